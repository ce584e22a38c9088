import type { Tick } from '../../../src/market/tick.ts'
import { mergedSummary, type TradeSummary } from './trade-summary.ts'

const minuteMs = 60_000

/** The trades of one whole minute since 1970. */
interface MinuteSummary {
  readonly minute: number
  traded: TradeSummary
}

/**
 * The rolling window of a venue's ticker, as Binance publishes it in `!ticker_1h@arr`: it opens on a whole
 * minute, so that it is up to 59,999 ms wider than its name says.
 * https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams (rolling window statistics)
 *
 * Minutes are stored, and summed anew when one leaves: adding and subtracting would accumulate rounding errors.
 */
export interface RollingWindow {
  readonly minutes: number
  /** Minutes with trades, oldest first; the last may still grow. */
  readonly summaries: MinuteSummary[]
  /** The sum of all minutes but the last. */
  older: TradeSummary | null
  /** Opening minute for which `older` was summed; null where it must be summed anew. */
  addedFor: number | null
  /** Trades so far: the id of the last one. NaN where unknown. */
  trades: number
}

/** @param minutes length of the window, whole minutes */
export function createWindow(minutes = 60): RollingWindow {
  return { minutes, summaries: [], older: null, addedFor: null, trades: 0 }
}

/** Adds trades of the minute of `at` (ms UTC), which must not be before an earlier one. */
export function addTraded(window: RollingWindow, at: number, traded: TradeSummary): void {
  const minute = Math.floor(at / minuteMs)
  const newest = window.summaries.at(-1)
  if (newest?.minute === minute) newest.traded = mergedSummary(newest.traded, traded)!
  else {
    window.summaries.push({ minute, traded })
    window.addedFor = null
  }
  window.trades += traded.count
}

/**
 * The ticker as the venue would send it at `at` (ms UTC), not before the last addition; null before any trade.
 */
export function tickOf(window: RollingWindow, symbol: string, at: number): Tick | null {
  const last = window.summaries.at(-1)?.traded.close
  if (last === undefined) return null
  const opens = Math.floor(at / minuteMs) - window.minutes
  const newest = window.summaries.at(-1)!
  // A window without trades keeps the last price and reports zeros, as venues do.
  const nothing = {
    open: last,
    high: last,
    low: last,
    close: last,
    base: 0,
    quote: 0,
    count: 0 * window.trades,
  }
  const traded =
    mergedSummary(olderPart(window, opens), newest.minute >= opens ? newest.traded : null) ?? nothing
  return {
    type: 'tick',
    symbol,
    base: null,
    quote: null,
    at,
    last,
    open: traded.open,
    high: traded.high,
    low: traded.low,
    baseVolume: traded.base,
    quoteVolume: traded.quote,
    since: opens * minuteMs,
    ...(Number.isNaN(window.trades) ? {} : { count: traded.count, lastTrade: window.trades }),
  }
}

function olderPart(window: RollingWindow, opens: number): TradeSummary | null {
  if (window.addedFor === opens) return window.older
  while (window.summaries.length > 1 && window.summaries[0]!.minute < opens) window.summaries.shift()
  window.older = sumOfAllButLast(window.summaries)
  window.addedFor = opens
  return window.older
}

/** Summed anew for every bar of a recording: into one object. */
function sumOfAllButLast(summaries: readonly MinuteSummary[]): TradeSummary | null {
  if (summaries.length < 2) return null
  const sum = { ...summaries[0]!.traded }
  for (let i = 1; i < summaries.length - 1; i++) {
    const { high, low, close, base, quote, count } = summaries[i]!.traded
    sum.high = Math.max(sum.high, high)
    sum.low = Math.min(sum.low, low)
    sum.close = close
    sum.base += base
    sum.quote += quote
    sum.count += count
  }
  return sum
}
