import type { Contract } from './contract.ts'
import type { WireError } from './row.ts'
import type { Tick } from './tick.ts'
import type { Side, Trade } from './trade.ts'

/** How likely it is that a venue closes winners' positions because the losers' cannot pay. */
export const adlRisks = ['low', 'medium', 'high'] as const

/** What a venue says of a perpetual contract besides its trading. Prices and amounts are of one unit of the base. */
export interface Derivative {
  readonly type: 'derivative'
  /** Symbol as written by the venue. Of an index alone: the index's, which may be that of several contracts. */
  readonly symbol: string
  /** The price that profit, loss and liquidation go by. */
  readonly mark?: number
  /** The price of the base on spot markets, as the venue weighs them. */
  readonly index?: number
  /** What longs pay shorts at `nextFundingAt`, if it is to come as estimated now: a fraction of the position. */
  readonly fundingRate?: number
  /** Hours between fundings. */
  readonly intervalH?: number
  /** The funding that the rate is for, ms UTC: the coming one, or of a list of past rates a past one. */
  readonly nextFundingAt?: number
  /** Units of the base, each contract counted once, not for both of its sides. */
  readonly openInterest?: number
  /** The most and the least that `fundingRate` can be. */
  readonly cap?: number
  readonly floor?: number
  /** The most and the least that an order may ask now, quote per base. */
  readonly upperLimit?: number
  readonly lowerLimit?: number
  /** Flags that the venue sets itself: its risk of auto-deleveraging, a price off its index, a volatility beyond its model. */
  readonly adlRisk?: (typeof adlRisks)[number]
  readonly isDislocated?: boolean
  readonly isVolatile?: boolean
  /** Time of observation, ms UTC: by the venue's clock if the payload carries it, else the time of receipt. */
  readonly at: number
}

/** A position that the venue closed because its margin was used up. */
export interface Liquidation {
  readonly type: 'liquidation'
  readonly symbol: string
  readonly id?: string
  /** Of the closing order: `sell` where a long was liquidated. Venues that publish the position's are converted. */
  readonly side: Side
  /** Quote per base. Where the venue does not say at what price it was filled: the bankruptcy price. */
  readonly price: number
  /** Units of the base. */
  readonly amount: number
  /** ms UTC. */
  readonly at: number
}

/** Any value that can be parsed from a payload of a perpetual market. */
export type PerpetualRow = Tick | Trade | Derivative | Liquidation | Contract | WireError
