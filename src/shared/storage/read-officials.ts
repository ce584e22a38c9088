import { noticeScopes, noticeStates, noticeTopics } from '../../market/notice.ts'
import { type Official, statementChannels } from '../../market/official.ts'
import {
  type Guard,
  isBoolean,
  isNumber,
  isString,
  listOf,
  oneOf,
  orAbsent,
  orNull,
  withFields,
} from './guards.ts'
import { validEntries } from './stored.ts'

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

const entryGuards = {
  checks: withFields({ source: isString, what: isString, at: orNull(isNumber), reason: orNull(isString) }),
  statements: statement,
  cautions: statement,
  suspended: withFields({ asset: isString, deposit: isEnabled, withdrawal: isEnabled, since: isNumber }),
  impaired: withFields({ ...pair, state: isString, since: isNumber }),
  recentChanges: withFields({ ...pair, what: isString, at: isNumber }),
} satisfies Record<Exclude<keyof Official, 'venue'>, Guard>
const listNames = Object.keys(entryGuards) as (keyof typeof entryGuards)[]

const hasLists = withFields({
  venue: isString,
  ...Object.fromEntries(listNames.map((name) => [name, Array.isArray])),
}) as (value: unknown) => value is Official

/** Reads the stored value `officials`: an invalid statement is left out, the others of its venue stay. */
export function readOfficials(value: unknown): readonly Official[] {
  return validEntries(hasLists)(value).map((official) => ({
    ...official,
    ...Object.fromEntries(
      listNames.map((name) => [name, (official[name] as readonly unknown[]).filter(entryGuards[name])]),
    ),
  }))
}
