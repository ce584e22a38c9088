/** How a replayed venue tells of its tickers. Plain data: it travels between threads. */
export interface TickerFeed {
  /** Time between frames, ms. */
  readonly everyMs: number
  /** Whether the venue counts trades and says when its window opened. */
  readonly counted: boolean
}

/** Binance's `!ticker_1h@arr`. */
export const secondStream: TickerFeed = { everyMs: 1000, counted: true }

/** Length of the rolling window in minutes: venues that do not count publish the last 24 h. */
export function windowMinutes({ counted }: TickerFeed): number {
  return counted ? 60 : 1440
}
