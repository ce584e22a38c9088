import type { ListingState } from '../../../market/pair.ts'

/** A venue's current quote of one pair: all that comparing venues needs. */
export interface Quote {
  readonly venue: string
  readonly symbol: string
  /** Null until the venue's pair list has named them; such a quote is dropped. */
  readonly base: string | null
  readonly quote: string | null
  /** Last traded price, quote per base. */
  readonly last: number
  /**
   * When it was observed; this machine's wall clock, ms, because a trader's clock may differ from a venue's by
   * minutes: receipt of the frame, minus the row's age within the frame.
   */
  readonly at: number
  readonly bid?: number | undefined
  readonly ask?: number | undefined
  readonly listing: ListingState
}
