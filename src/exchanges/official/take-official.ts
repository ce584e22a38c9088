import type { Row } from '../../market/row.ts'
import { ageStatements } from './age-statements.ts'
import { checkListSize } from './check-list-size.ts'
import { lastCheckedAt, type OfficialState, type SourceRef, withCheck } from './official-state.ts'
import { takeAnnouncements } from './take-announcements.ts'
import { takeAssets } from './take-assets.ts'
import { takeListings } from './take-listings.ts'
import { takeStatus } from './take-status.ts'

const takers = {
  status: takeStatus,
  announcements: takeAnnouncements,
  currencies: takeAssets,
  symbols: takeListings,
} as const

/** Replies may come out of order by so much (ms); what is further back than that is of another clock, and goes on. */
const maxDisorderMs = 600_000

/** Whether a reply is older than the source's last one. */
function isLate(state: OfficialState, source: SourceRef, now: number): boolean {
  const lateMs = (lastCheckedAt(state, source) ?? 0) - now
  return lateMs > 0 && lateMs <= maxDisorderMs
}

/**
 * Applies one whole reply of a source. A reply older than the last one, a refusal, and a list that has lost half
 * of its entries (until a second reply repeats it) change nothing but the record of the poll.
 *
 * @param rows valid rows of the reply; those that are not of the source's kind are ignored
 * @param now wall clock, ms: when the reply came
 */
export function takeOfficial(
  state: OfficialState,
  rows: readonly Row[],
  source: SourceRef,
  now: number,
): OfficialState {
  if (isLate(state, source, now)) return state
  const refusal = rows.find((row) => row.type === 'error')
  if (refusal) return recordSourceFailure(state, refusal.message, source, now)
  const checked = withCheck(state, { source: source.url, what: source.what, at: now, reason: null })
  const { state: sized, isPlausible } = checkListSize(checked, rows, source)
  return ageStatements(isPlausible ? takers[source.what](sized, rows, source, now) : sized, now)
}

/**
 * Records that a source did not answer. Its earlier statements stay: a failure ends nothing.
 *
 * @param reason short and technical, e.g. `HTTP 503`
 */
export function recordSourceFailure(
  state: OfficialState,
  reason: string,
  source: SourceRef,
  now: number,
): OfficialState {
  if (isLate(state, source, now)) return state
  const at = lastCheckedAt(state, source)
  const shown = source.documented === false ? null : reason
  return ageStatements(withCheck(state, { source: source.url, what: source.what, at, reason: shown }), now)
}
