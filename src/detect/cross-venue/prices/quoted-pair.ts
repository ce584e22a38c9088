import type { ListingState } from '../../../market/pair.ts'

/** A pair of a venue with its newest quote. */
export interface QuotedPair {
  readonly symbol: string
  readonly base: string
  readonly quote: string
  last: number
  /** Best bid and ask; 0 if the feed has none. */
  bid: number
  ask: number
  /** Wall clock, ms, of the newest quote and of the last change of `last`; 0 before the first. */
  at: number
  movedAt: number
  listing: ListingState
  /**
   * Value of one unit of the base by this pair, in the numeraire of `CrossVenueState.valuation`; 0 while unknown.
   */
  value: number
}
