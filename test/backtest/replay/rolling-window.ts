import type { Tick } from '../../../src/market/tick.ts'

const MINUTE_MS = 60_000

/**
 * The rolling window of a venue's ticker, as Binance publishes it in `!ticker_1h@arr`: it opens on a whole
 * minute, so that it is up to 59,999 ms wider than its name says.
 * https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams (rolling window statistics)
 *
 * Per-minute sums in a ring. What is older than the present minute is summed anew once a minute instead of
 * adding and subtracting, so no rounding error builds up. Cost: a few additions per trade.
 */
export interface RollingWindow {
  readonly minutes: number
  /** Minute (since 1970) held by each slot of the ring; -1 for none. */
  readonly minute: Float64Array
  readonly open: Float64Array
  readonly high: Float64Array
  readonly low: Float64Array
  readonly base: Float64Array
  readonly quote: Float64Array
  readonly count: Float64Array
  /** Sums over all slots but the newest, as of minute `summed`. */
  readonly sums: {
    summed: number
    open: number
    high: number
    low: number
    base: number
    quote: number
    count: number
  }
  newest: number
  last: number
  /** Trades ever: the id of the last one. */
  trades: number
}

/** @param minutes length of the window, whole minutes */
export function createWindow(minutes = 60): RollingWindow {
  const ring = () => new Float64Array(minutes + 1)
  return {
    minutes,
    minute: ring().fill(-1),
    open: ring(),
    high: ring(),
    low: ring(),
    base: ring(),
    quote: ring(),
    count: ring(),
    sums: { summed: -1, open: 0, high: 0, low: 0, base: 0, quote: 0, count: 0 },
    newest: -1,
    last: 0,
    trades: 0,
  }
}

/** Something that traded: one trade, or all of a bar. Prices in quote per base. */
export interface Traded {
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  readonly base: number
  readonly quote: number
  /** NaN where unknown: then the window's count is unknown too. */
  readonly count: number
}

/** Takes in what traded in the minute of `at` (ms UTC), which must not be before an earlier one. */
export function addTraded(window: RollingWindow, at: number, traded: Traded): void {
  const minute = Math.floor(at / MINUTE_MS)
  const slot = minute % (window.minutes + 1)
  if (window.minute[slot] !== minute) {
    window.minute[slot] = minute
    window.open[slot] = traded.open
    window.high[slot] = traded.high
    window.low[slot] = traded.low
    window.base[slot] = window.quote[slot] = window.count[slot] = 0
    window.newest = slot
    window.sums.summed = -1
  }
  window.high[slot] = Math.max(window.high[slot] ?? 0, traded.high)
  window.low[slot] = Math.min(window.low[slot] ?? 0, traded.low)
  window.base[slot] = (window.base[slot] ?? 0) + traded.base
  window.quote[slot] = (window.quote[slot] ?? 0) + traded.quote
  window.count[slot] = (window.count[slot] ?? 0) + traded.count
  window.last = traded.close
  window.trades += traded.count
}

/** The ticker as the venue would send it at `at` (ms UTC, not before the last addition); null before the first. */
export function tickOf(window: RollingWindow, symbol: string, at: number): Tick | null {
  if (window.newest < 0) return null
  const opens = Math.floor(at / MINUTE_MS) - window.minutes
  if (window.sums.summed !== opens) sum(window, opens)
  const { sums, newest } = window
  // The newest minute may itself have left the window when nothing has traded since.
  const live = (window.minute[newest] ?? -1) >= opens
  const part = (values: Float64Array) => (live ? (values[newest] ?? 0) : 0)
  const count = sums.count + part(window.count)
  const high = Math.max(sums.high, part(window.high)) || window.last
  const low = Math.min(sums.low, live ? (window.low[newest] ?? Infinity) : Infinity)
  return {
    type: 'tick',
    symbol,
    base: null,
    quote: null,
    at,
    last: window.last,
    open: sums.open || part(window.open) || window.last,
    high,
    low: low === Infinity ? window.last : low,
    baseVolume: sums.base + part(window.base),
    quoteVolume: sums.quote + part(window.quote),
    since: opens * MINUTE_MS,
    ...(Number.isNaN(count) ? {} : { count, lastTrade: window.trades }),
  }
}

function sum(window: RollingWindow, opens: number): void {
  const { sums } = window
  const newest = window.minute[window.newest] ?? -1
  Object.assign(sums, { summed: opens, open: 0, high: 0, low: Infinity, base: 0, quote: 0, count: 0 })
  for (let minute = opens; minute < newest; minute++) {
    const slot = minute % (window.minutes + 1)
    if (window.minute[slot] !== minute) continue
    if (sums.open === 0) sums.open = window.open[slot] ?? 0
    sums.high = Math.max(sums.high, window.high[slot] ?? 0)
    sums.low = Math.min(sums.low, window.low[slot] ?? Infinity)
    sums.base += window.base[slot] ?? 0
    sums.quote += window.quote[slot] ?? 0
    sums.count += window.count[slot] ?? 0
  }
}
