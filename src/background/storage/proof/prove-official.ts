import type { ListedPair, OfficialState } from '../../../exchanges/official/official-state.ts'
import type { Official } from '../../../market/official.ts'
import { isNumber, isString, withFields } from '../../../shared/storage/guards.ts'
import { readOfficials } from '../../../shared/storage/read-officials.ts'
import type { SavedOfficial } from '../saved-official.ts'
import type { Proven } from './proven.ts'

const dayMs = 86_400_000

const isListed = withFields({ symbol: isString, base: isString, quote: isString }) as (
  value: unknown,
) => value is ListedPair
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0
const isSize = withFields({ entries: isCount, doubted: isCount })

/**
 * What of a saved official state is sound, entry by entry.
 *
 * @param now wall clock, ms: what was first seen a day after it is damaged
 */
export function proveOfficial(saved: unknown, venue: string, now: number): Proven<SavedOfficial> {
  const { ledger, restUntil } = (saved ?? {}) as Partial<SavedOfficial>
  const { official, listed, sizes } = (ledger ?? {}) as Partial<OfficialState>
  const [read] = readOfficials([official])
  if (!official || read?.venue !== venue) return { value: null, faults: ['official'] }
  const faults: string[] = []
  const count = (name: string, before: number, after: number) => {
    if (after < before) faults.push(`${name}: ${before - after}`)
  }
  const sound = withoutFuture(read, now + dayMs)
  for (const name of Object.keys(sound) as (keyof Official)[])
    if (name !== 'venue') count(name, official[name].length, sound[name].length)
  const pairs = Array.isArray(listed) ? listed.filter(isListed) : []
  count('listed', Array.isArray(listed) ? listed.length : 1, pairs.length)
  const ledgerSizes = soundEntries(sizes, isSize)
  count('sizes', entriesOf(sizes).length, ledgerSizes.length)
  const rests = soundEntries(restUntil, isNumber)
  count('restUntil', entriesOf(restUntil).length, rests.length)
  return {
    value: {
      ledger: {
        official: sound,
        listed: pairs,
        sizes: Object.fromEntries(ledgerSizes) as OfficialState['sizes'],
      },
      restUntil: Object.fromEntries(rests) as SavedOfficial['restUntil'],
    },
    faults,
  }
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []
const soundEntries = (value: unknown, is: (value: unknown) => boolean) =>
  entriesOf(value).filter(([, each]) => is(each))

/** Without what was seen only in the future. */
function withoutFuture(official: Official, latest: number): Official {
  const { checks, statements, cautions, suspended, impaired, recentChanges } = official
  return {
    ...official,
    checks: checks.filter(({ at }) => (at ?? 0) <= latest),
    statements: statements.filter(({ seenAt }) => seenAt <= latest),
    cautions: cautions.filter(({ seenAt }) => seenAt <= latest),
    suspended: suspended.filter(({ since }) => since <= latest),
    impaired: impaired.filter(({ since }) => since <= latest),
    recentChanges: recentChanges.filter(({ at }) => at <= latest),
  }
}
