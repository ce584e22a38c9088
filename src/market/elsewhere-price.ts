import type { Pair } from './pair.ts'

/** What one venue shows of a coin, in the quote it trades there and in USD by live crosses. */
export interface ElsewherePrice {
  readonly pair: Pair
  readonly last: number
  readonly usd: number | null
  /** Against the pair in question, as a fraction; null where the two are not known to be the same coin. */
  readonly gap: number | null
  /** Market time, ms. */
  readonly at: number
  readonly suspended: boolean
}
