import type { RestCall } from '../feeds/rest-call.ts'
import type { CandleFeed, Span } from './candle-feed.ts'

/** The calls that bring a span of candles, and how long each candle is, ms. */
export interface CandlePlan {
  readonly intervalMs: number
  readonly calls: readonly RestCall[]
}

/** Calls of one plan: a venue's other requests must get their turn. */
const maxCalls = 4
/** Candles of one plan: a chart shows an eighth of it, and each travels to the page as an object. */
const maxCandles = 1000

/**
 * The ways to get the candles of a span, the finest first: those whose candles the exchange still has, in a handful
 * of calls. Empty where it has none that go back so far.
 */
export function candlePlans(feed: CandleFeed, symbol: string, span: Span, now: number): CandlePlan[] {
  return feed.intervals.flatMap((intervalMs) => {
    if ((span.until - span.from) / intervalMs > maxCandles) return []
    const calls = feed.calls(symbol, intervalMs, span, now)
    return calls && calls.length <= maxCalls ? [{ intervalMs, calls }] : []
  })
}
