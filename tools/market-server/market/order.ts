import type { Side } from '../../../src/market/trade.ts'

/** One match of a taker order with one resting order. */
export interface Fill {
  /** Quote per base. */
  readonly price: number
  /** Units of the base. */
  readonly amount: number
}

/** One order that takes liquidity: all its fills happen in the same millisecond. */
export interface TakerOrder {
  readonly symbol: string
  /** Market time, ms UTC. */
  readonly at: number
  readonly side: Side
  /** In the order of matching: prices never improve for the taker. */
  readonly fills: readonly Fill[]
}

/** One fill as the venue stores it, numbered per pair. */
export interface Print extends Fill {
  readonly symbol: string
  readonly at: number
  readonly side: Side
  /** Trade id, consecutive per pair. */
  readonly id: number
  /** Id shared by fills of one taker order at one price, consecutive per pair. */
  readonly aggregate: number
}
