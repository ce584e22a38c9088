import type { Pair } from './pair.ts'

/** Price of a coin at another venue, in its quote currency there and in USD (by cross rates). */
export interface ElsewherePrice {
  readonly pair: Pair
  readonly last: number
  readonly usd: number | null
  /** Price difference to the pair in question, as a fraction; null unless both are known to be the same coin. */
  readonly gap: number | null
  /** Market time, ms. */
  readonly at: number
  readonly suspended: boolean
}
