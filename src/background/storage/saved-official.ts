import type { OfficialState } from '../../exchanges/official/official-state.ts'

/** What is kept of a venue's official sources beyond the life of the worker. */
export interface SavedOfficial {
  readonly ledger: OfficialState
  /** By source URL: wall clock, ms, before which it is not requested again, however often the worker is woken. */
  readonly restUntil: Readonly<Record<string, number>>
}
