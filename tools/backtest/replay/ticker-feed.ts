/** How a replayed venue publishes its tickers. Plain data: passed between threads. */
export interface TickerFeed {
  /** Time between frames, ms. */
  readonly everyMs: number
  /** Whether the venue counts trades and states when its window opened. */
  readonly counted: boolean
}

/** Binance's `!ticker_1h@arr`. */
export const secondStream: TickerFeed = { everyMs: 1000, counted: true }

/** Length of the rolling window in minutes: venues without counts publish the last 24 h. */
export function windowMinutes({ counted }: TickerFeed): number {
  return counted ? 60 : 1440
}
