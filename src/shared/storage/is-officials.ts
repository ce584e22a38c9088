import { noticeScopes, noticeStates, noticeTopics } from '../../market/notice.ts'
import { type Official, statementChannels } from '../../market/official.ts'
import { isBoolean, isNumber, isString, listOf, oneOf, orAbsent, orNull, withFields } from './guards.ts'

const statement = withFields({
  id: isString,
  source: isString,
  via: oneOf(statementChannels),
  scope: oneOf(noticeScopes),
  what: oneOf(noticeTopics),
  state: oneOf(noticeStates),
  assets: listOf(isString),
  seenAt: isNumber,
  endedAt: orAbsent(isNumber),
  begin: orAbsent(isNumber),
  end: orAbsent(isNumber),
  publishedAt: orAbsent(isNumber),
  title: orAbsent(isString),
  url: orAbsent(isString),
  symbol: orAbsent(isString),
})
const isEnabled = orNull(isBoolean)
const pair = { symbol: isString, base: isString, quote: isString }

const official = withFields({
  venue: isString,
  checks: listOf(
    withFields({ source: isString, what: isString, at: orNull(isNumber), reason: orNull(isString) }),
  ),
  statements: listOf(statement),
  cautions: listOf(statement),
  suspended: listOf(
    withFields({ asset: isString, deposit: isEnabled, withdrawal: isEnabled, since: isNumber }),
  ),
  impaired: listOf(withFields({ ...pair, state: isString, since: isNumber })),
  recentChanges: listOf(withFields({ ...pair, what: isString, at: isNumber })),
})

/** Type guard of the stored value `officials`, see value-guards.ts. */
export const isOfficials = listOf(official) as (value: unknown) => value is readonly Official[]
