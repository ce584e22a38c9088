import type { Row } from '../../market/row.ts'
import { believe } from './believe-reply.ts'
import { type OfficialState, lastCheckedAt, type SourceRef, withCheck } from './official-state.ts'
import { agedStatements } from './age-statements.ts'
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

/**
 * Takes one whole answer of a source into what is known of a venue. An answer older than one that was taken
 * already, a refusal, and a list of which half is gone (until that is said twice) change nothing but the look.
 *
 * @param rows sound rows of the answer; those that are not of the source's kind are left out
 * @param now wall clock, ms: when the answer came
 */
export function takeOfficial(
  ledger: OfficialState,
  rows: readonly Row[],
  told: SourceRef,
  now: number,
): OfficialState {
  if (now < (lastCheckedAt(ledger, told) ?? 0)) return ledger
  const refusal = rows.find((row) => row.type === 'error')
  if (refusal) return missOfficial(ledger, refusal.message, told, now)
  const looked = withCheck(ledger, { source: told.url, what: told.what, at: now, reason: null })
  const { ledger: sized, isBelieved } = believe(looked, rows, told)
  return agedStatements(isBelieved ? takers[told.what](sized, rows, told, now) : sized, now)
}

/**
 * Notes that a source gave no answer. What it said before stands: silence takes nothing back.
 *
 * @param reason short and technical, e.g. `HTTP 503`
 */
export function missOfficial(
  ledger: OfficialState,
  reason: string,
  told: SourceRef,
  now: number,
): OfficialState {
  const at = lastCheckedAt(ledger, told)
  if (now < (at ?? 0)) return ledger
  const shown = told.documented === false ? null : reason
  return agedStatements(withCheck(ledger, { source: told.url, what: told.what, at, reason: shown }), now)
}
