/** [time ms, open, high, low, close, turnover in quote] */
export type Candle = readonly [number, number, number, number, number, number]

/** [time ms, price, amount, taker's side] */
export type TradeRow = readonly [number, number, number, 'buy' | 'sell']

/** [base, quote, last, change of a day as a fraction, decimals of a price, address of its page] */
export type PairRow = readonly [string, string, number, number, number, string]

interface Level {
  readonly price: number
  readonly amount: number
}

export interface Book {
  readonly bids: readonly Level[]
  readonly asks: readonly Level[]
}

/** The reply of `/local/view` for one pair. */
export interface View {
  readonly now: number
  readonly base: string
  readonly quote: string
  readonly decimals: number
  readonly status: string
  readonly day: {
    readonly open: number
    readonly high: number
    readonly low: number
    readonly last: number
    readonly quote: number
  }
  readonly candles: readonly Candle[]
  readonly trades: readonly TradeRow[]
  readonly book: Book
}
