import type { ListingState } from '../../../market/pair.ts'

/** What one venue shows of one pair now: all that is needed to hold venues side by side. */
export interface Quote {
  readonly venue: string
  readonly symbol: string
  /** Null until the venue's list of pairs has named them: such a pair is left out. */
  readonly base: string | null
  readonly quote: string | null
  /** Last traded price, quote per base. */
  readonly last: number
  /**
   * Wall clock of this machine, ms, of the observation. Venues' own clocks differ by minutes where a trader's
   * does: receipt of the frame, less how much older than its frame the row is.
   */
  readonly at: number
  readonly bid?: number | undefined
  readonly ask?: number | undefined
  readonly listing: ListingState
}
