/**
 * Bars: what one pair did, per second, for the last few minutes, with sums over several windows at once.
 * Only seconds in which something happened are kept, so a thin pair costs almost nothing and a poll
 * every 10 s is simply a bar every 10 s: windows are spans of time, never numbers of items.
 * Reference: sliding-window sums with one tail pointer per window. Cost: amortised O(windows) a push.
 */
export interface Bars {
  /** Window lengths in seconds, ascending; the last is how long bars are kept. */
  readonly windows: readonly number[]
  second: Float64Array
  close: Float64Array
  high: Float64Array
  turnover: Float64Array
  count: Float64Array
  /** Running indexes of the oldest bar kept and one past the newest; a slot is index mod capacity. */
  from: number
  to: number
  /** Per window: running index of the first bar inside, and the sums inside. */
  readonly tails: number[]
  readonly turnovers: number[]
  readonly counts: number[]
}

/** Empty bars for windows of the given lengths in seconds, ascending. */
export function emptyBars(windows: readonly number[]): Bars {
  const column = () => new Float64Array(8)
  return {
    windows,
    second: column(),
    close: column(),
    high: column(),
    turnover: column(),
    count: column(),
    from: 0,
    to: 0,
    tails: windows.map(() => 0),
    turnovers: windows.map(() => 0),
    counts: windows.map(() => 0),
  }
}

/** Forgets everything: after a gap the past is unknown, not zero. */
export function clearBars(bars: Bars): void {
  bars.from = bars.to
  bars.tails.fill(bars.to)
  bars.turnovers.fill(0)
  bars.counts.fill(0)
}

/**
 * Takes one observation. Several within a second make one bar; times never run backwards (an older
 * one is counted into the newest bar).
 *
 * @param at ms
 * @param close price now
 * @param turnover, count what was traded since the observation before
 */
export function pushBar(bars: Bars, at: number, close: number, turnover: number, count: number): void {
  const second = Math.floor(at / 1000)
  const mask = bars.second.length - 1
  const newest = (bars.to - 1) & mask
  if (bars.to > bars.from && second <= bars.second[newest]!) {
    bars.close[newest] = close
    if (close > bars.high[newest]!) bars.high[newest] = close
    bars.turnover[newest]! += turnover
    bars.count[newest]! += count
  } else {
    if (bars.to - bars.from === bars.second.length) grow(bars)
    const slot = bars.to & (bars.second.length - 1)
    bars.second[slot] = second
    bars.close[slot] = close
    bars.high[slot] = close
    bars.turnover[slot] = turnover
    bars.count[slot] = count
    bars.to++
  }
  for (let w = 0; w < bars.windows.length; w++) {
    bars.turnovers[w]! += turnover
    bars.counts[w]! += count
  }
  advanceBars(bars, at)
}

/** Lets time pass: bars leave the windows they no longer belong to. A window is (now − length, now]. */
export function advanceBars(bars: Bars, at: number): void {
  const now = Math.floor(at / 1000)
  const mask = bars.second.length - 1
  for (let w = 0; w < bars.windows.length; w++) {
    const oldest = now - bars.windows[w]!
    let tail = bars.tails[w]!
    while (tail < bars.to && bars.second[tail & mask]! <= oldest) {
      bars.turnovers[w]! -= bars.turnover[tail & mask]!
      bars.counts[w]! -= bars.count[tail & mask]!
      tail++
    }
    bars.tails[w] = tail
    // Rounding errors of the running sums end with the window.
    if (tail === bars.to) bars.turnovers[w] = bars.counts[w] = 0
  }
  // One bar older than the longest window stays: it is that window's reference price.
  const last = bars.tails[bars.windows.length - 1]!
  if (last - 1 > bars.from) bars.from = last - 1
}

/** The last close at or before the window's beginning; where history is shorter, the oldest close known; null without any. */
export function closeBefore(bars: Bars, window: number): number | null {
  if (bars.to === bars.from) return null
  const index = Math.max(bars.from, bars.tails[window]! - 1)
  return bars.close[index & (bars.close.length - 1)]!
}

/** The lowest close in a window, its reference included, with its second (the latest where several are equal). */
export function lowest(bars: Bars, window: number): { close: number; second: number } | null {
  if (bars.to === bars.from) return null
  const mask = bars.second.length - 1
  let best = Math.max(bars.from, bars.tails[window]! - 1)
  for (let index = best + 1; index < bars.to; index++) {
    if (bars.close[index & mask]! <= bars.close[best & mask]!) best = index
  }
  return { close: bars.close[best & mask]!, second: bars.second[best & mask]! }
}

/** The highest price in a window, its reference included; null without any. */
export function highest(bars: Bars, window: number): number | null {
  if (bars.to === bars.from) return null
  const mask = bars.second.length - 1
  let high = -Infinity
  for (let index = Math.max(bars.from, bars.tails[window]! - 1); index < bars.to; index++) {
    high = Math.max(high, bars.high[index & mask]!)
  }
  return high
}

/** The closes kept, oldest first, one call per bar. */
export function eachBar(bars: Bars, visit: (second: number, close: number) => void): void {
  const mask = bars.second.length - 1
  for (let index = bars.from; index < bars.to; index++) {
    visit(bars.second[index & mask]!, bars.close[index & mask]!)
  }
}

function grow(bars: Bars): void {
  const size = bars.second.length
  for (const key of ['second', 'close', 'high', 'turnover', 'count'] as const) {
    const old = bars[key]
    const next = new Float64Array(size * 2)
    for (let index = bars.from; index < bars.to; index++) {
      next[index & (size * 2 - 1)] = old[index & (size - 1)]!
    }
    bars[key] = next
  }
}
