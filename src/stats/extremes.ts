import type { Bars } from './bars.ts'
import { distanceAt, resolution } from './closes.ts'
import { endStep, oldestStep } from './for-each-close.ts'
import { type BarWindow, closeBefore, windowStart } from './window.ts'

/** A price (ln) and its time, ms. */
export interface Extreme {
  readonly price: number
  readonly at: number
}

/** The current price is exact, a stored close is rounded: equal prices must compare as equal. */
const roundingError = resolution / 2

/** The lowest close of a window that ends at `at` (ms), the latest of equal ones; null without history. */
export function lowest(bars: Bars, row: number, at: number, window: BarWindow): Extreme | null {
  return extreme(bars, row, at, window, 1)
}

/** The highest close of a window, like `lowest`. */
export function highest(bars: Bars, row: number, at: number, window: BarWindow): Extreme | null {
  return extreme(bars, row, at, window, -1)
}

/** Includes the close before the window as its first price, and the current price as its last. */
function extreme(bars: Bars, row: number, at: number, window: BarWindow, sign: 1 | -1): Extreme | null {
  if (bars.step[row]! < 0) return null
  const begin = windowStart(bars, at, window)
  let bestAt = begin
  let best = closeBefore(bars, row, at, window)
  for (let rung = window.rung; rung >= 0; rung--) {
    const { stepMs, closes } = bars.rungs[rung]!
    const until = endStep(bars, row, rung)
    for (
      let step = Math.max(oldestStep(bars, row, rung), Math.ceil(begin / stepMs) - 1);
      step < until;
      step++
    ) {
      const price = bars.anchor[row]! + distanceAt(closes, row, step) * resolution
      if (sign * (price - best) > roundingError) continue
      best = price
      bestAt = (step + 1) * stepMs
    }
  }
  const price = bars.price[row]!
  return sign * (price - best) <= roundingError ? { price, at } : { price: best, at: bestAt }
}
