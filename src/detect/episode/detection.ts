import type { Evidence } from '../../market/evidence.ts'
import type { Tier } from '../../market/tier.ts'

/** Where a move came from: a price and its time, ms. */
export interface Origin {
  readonly price: number
  readonly at: number
}

/** An anomaly of one pair as a rule or the model detects it at one moment. */
export interface Detection {
  readonly kind: 'pump' | 'dump' | 'off-peg' | 'perp-gap' | 'liquidation-burst'
  readonly tier: Tier
  readonly at: number
  readonly price: number
  readonly from: Origin
  /** Whose positions are liquidated: that side's loss says which way the price goes. */
  readonly side?: 'longs' | 'shorts'
  readonly evidence: readonly Evidence[]
  /** Rank between 0 and 1; 0 where the rule has none. */
  readonly probability: number
  /** Whether trades arrived and there were some in the last minute, not only tickers. */
  readonly confirmed: boolean
}

/** Which way a detection runs: 1 up, −1 down. */
export function directionOf({ kind, price, from, side }: Detection): 1 | -1 {
  if (kind === 'liquidation-burst') return side === 'longs' ? -1 : 1
  if (kind === 'off-peg' || kind === 'perp-gap') return price < from.price ? -1 : 1
  return kind === 'dump' ? -1 : 1
}

/** Whether it is told in the card of whatever runs, which way that may go: it is no move of the price itself. */
export function joinsAny({ kind }: Pick<Detection, 'kind'>): boolean {
  return kind === 'perp-gap' || kind === 'liquidation-burst'
}
