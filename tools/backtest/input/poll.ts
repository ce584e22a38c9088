/** One coin's row of one poll of a venue's tickers. */
export interface Poll {
  /** Polls are a minute apart: poll k is 60·k seconds after the start. */
  readonly poll: number
  readonly coin: string
  /** The venue's own time, ms UTC; NaN where it sent none. */
  readonly exchangeTime: number
  /** Prices in BTC; bid and ask are NaN where the book was empty. */
  readonly last: number
  readonly bid: number
  readonly ask: number
  /** BTC in the last 24 h. */
  readonly volume24h: number
}
