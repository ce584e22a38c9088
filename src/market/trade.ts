/** The side of the order that *took* liquidity (the aggressor), whatever the venue's field means. */
export type Side = 'buy' | 'sell'

/** One execution as the venue publishes it. */
export interface Trade {
  readonly type: 'trade'
  /** Null where the payload alone cannot tell: the caller knows which pair it asked for. */
  readonly symbol: string | null
  readonly id?: string
  /** The taker order's id, where the venue gives one. Elsewhere fills of one taker order share `at` and `side`. */
  readonly order?: string
  /** Quote per base. */
  readonly price: number
  /** Units of the base. */
  readonly amount: number
  readonly side: Side
  /** ms UTC. */
  readonly at: number
  /** Fills merged in this row; absent means one. */
  readonly fills?: number
}
