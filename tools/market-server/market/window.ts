import type { Bar } from './bar.ts'

/**
 * Rolling statistics over whole minutes, as Binance computes them: the window opens at a full minute, so it is
 * up to 59,999 ms wider than named, and trades leave only when the minute changes.
 * https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md
 */
export interface TapeWindow {
  readonly minutes: number
  /** Index in the tape's bars of the oldest bar inside. */
  first: number
  /** Read through `extremes`: the scan is deferred until somebody reads. */
  high: number
  low: number
  /** Whether a bar with an extreme has left since the last scan. */
  extremesStale: boolean
  base: number
  quote: number
  count: number
  /** Incremented whenever a value changes: decides what "only changed symbols" means. */
  changes: number
}

export function openWindow(minutes: number): TapeWindow {
  return { minutes, first: 0, high: 0, low: 0, extremesStale: false, base: 0, quote: 0, count: 0, changes: 0 }
}

/** Adds trades of the newest bar: `base`, `quote` and `count` are the increments. */
export function addToWindow(
  window: TapeWindow,
  price: { readonly high: number; readonly low: number },
  base: number,
  quote: number,
  count: number,
): void {
  const fresh = window.count === 0
  if (fresh) window.extremesStale = false
  window.high = fresh ? price.high : Math.max(window.high, price.high)
  window.low = fresh ? price.low : Math.min(window.low, price.low)
  window.base += base
  window.quote += quote
  window.count += count
  window.changes += 1
}

/** Removes the bars older than the window of the minute `now` (minutes since the epoch). */
export function evictBars(window: TapeWindow, bars: readonly Bar[], now: number): void {
  const oldest = now - window.minutes
  let left = false
  for (let bar = bars[window.first]; bar && bar.minute < oldest; bar = bars[++window.first]) {
    window.base -= bar.base
    window.quote -= bar.quote
    window.count -= bar.count
    window.extremesStale ||= bar.high >= window.high || bar.low <= window.low
    left = true
  }
  if (!left) return
  window.changes += 1
  if (window.count === 0) window.base = window.quote = 0
}

/** The highest and lowest price in the window; both 0 without trades. */
export function extremes(
  window: TapeWindow,
  bars: readonly Bar[],
): { readonly high: number; readonly low: number } {
  if (window.count === 0) return { high: 0, low: 0 }
  if (window.extremesStale) scan(window, bars)
  return window
}

function scan(window: TapeWindow, bars: readonly Bar[]): void {
  window.extremesStale = false
  window.high = 0
  window.low = Infinity
  for (let i = window.first; i < bars.length; i++) {
    const bar = bars[i]
    if (!bar) continue
    if (bar.high > window.high) window.high = bar.high
    if (bar.low < window.low) window.low = bar.low
  }
}
