import type { Evidence } from '../../market/evidence.ts'
import type { Tier } from '../../market/tier.ts'

/** Where a move came from: a price and its time, ms. */
export interface Origin {
  readonly price: number
  readonly at: number
}

/** An anomaly of one pair as a rule or the model detects it at one moment. */
export interface Detection {
  readonly kind: 'pump' | 'dump' | 'off-peg'
  readonly tier: Tier
  readonly at: number
  readonly price: number
  readonly from: Origin
  readonly evidence: readonly Evidence[]
  /** Rank between 0 and 1; 0 where the rule has none. */
  readonly probability: number
  /** Whether trades arrived and there were some in the last minute, not only tickers. */
  readonly confirmed: boolean
}

/** Which way a detection runs: 1 up, −1 down. */
export function directionOf({ kind, price, from }: Detection): 1 | -1 {
  if (kind === 'off-peg') return price < from.price ? -1 : 1
  return kind === 'dump' ? -1 : 1
}
