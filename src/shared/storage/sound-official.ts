import { noticeScopes, noticeStates, noticeTopics } from '../../market/notice.ts'
import { type Official, statementChannels } from '../../market/official.ts'
import { isFlag, isNumber, isText, listOf, oneOf, orAbsent, orNull, withFields } from './guards.ts'

const statement = withFields({
  id: isText,
  source: isText,
  via: oneOf(statementChannels),
  scope: oneOf(noticeScopes),
  what: oneOf(noticeTopics),
  state: oneOf(noticeStates),
  assets: listOf(isText),
  seenAt: isNumber,
  endedAt: orAbsent(isNumber),
  begin: orAbsent(isNumber),
  end: orAbsent(isNumber),
  title: orAbsent(isText),
  url: orAbsent(isText),
  symbol: orAbsent(isText),
})
const able = orNull(isFlag)
const pair = { symbol: isText, base: isText, quote: isText }

const official = withFields({
  venue: isText,
  checks: listOf(withFields({ source: isText, what: isText, at: orNull(isNumber), reason: orNull(isText) })),
  statements: listOf(statement),
  cautions: listOf(statement),
  suspended: listOf(withFields({ asset: isText, deposit: able, withdrawal: able, since: isNumber })),
  impaired: listOf(withFields({ ...pair, state: isText, since: isNumber })),
  recentChanges: listOf(withFields({ ...pair, what: isText, at: isNumber })),
})

/** Guard of the stored value `officials`, as those in sound.ts. */
export const isOfficials = listOf(official) as (value: unknown) => value is readonly Official[]
