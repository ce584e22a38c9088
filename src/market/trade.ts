/** Side of the *taker* order (the aggressor). Venues that publish the maker side are converted. */
export type Side = 'buy' | 'sell'

/** One trade (execution) as published by the venue. */
export interface Trade {
  readonly type: 'trade'
  /** Null if the payload does not name it: the caller knows which pair it requested. */
  readonly symbol: string | null
  readonly id?: string
  /** Id of the taker order, if published. Otherwise fills of one taker order share `at` and `side`. */
  readonly order?: string
  /** Quote per base. */
  readonly price: number
  /** Amount in units of the base. */
  readonly amount: number
  readonly side: Side
  /** ms UTC. */
  readonly at: number
  /** Number of fills merged into this row; absent means one. */
  readonly fills?: number
}
