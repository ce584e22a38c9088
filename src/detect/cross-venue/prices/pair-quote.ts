import type { ListingState } from '../../../market/pair.ts'

/** One pair of a venue as last heard. */
export interface PairQuote {
  readonly symbol: string
  readonly base: string
  readonly quote: string
  last: number
  /** 0 where the feed has none. */
  bid: number
  ask: number
  /** Wall clock, ms: last heard, and when the last price was last seen to move; 0 before. */
  at: number
  movedAt: number
  listing: ListingState
  /** What one unit of the base is worth by this pair, in the measure of `Across.worths`; 0 while unknown. */
  value: number
}
