/** The trades of a period in summary: one trade, a bar, a minute, an hour. */
export interface TradeSummary {
  /** Prices, quote per base. */
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  /** Volume in units of the base, turnover in units of the quote. */
  readonly base: number
  readonly quote: number
  /** Number of trades; NaN where unknown, also for every period that includes this one. */
  readonly count: number
}

/** Two periods as one, the earlier first; null is a period without trades. */
export function mergedSummary(earlier: TradeSummary | null, later: TradeSummary | null): TradeSummary | null {
  if (!earlier || !later) return earlier ?? later
  return {
    open: earlier.open,
    high: Math.max(earlier.high, later.high),
    low: Math.min(earlier.low, later.low),
    close: later.close,
    base: earlier.base + later.base,
    quote: earlier.quote + later.quote,
    count: earlier.count + later.count,
  }
}
