import type { Bars } from './bars.ts'
import { distanceAt, grain } from './closes.ts'
import { endStepOf, oldestStepOf } from './each-close.ts'
import { closeBefore, type Window, windowStart } from './window.ts'

/** A price (ln) and its time, ms. */
export interface Extreme {
  readonly price: number
  readonly at: number
}

/** The current price is exact, stored ones are rounded: equal prices must not differ by rounding. */
const tolerance = grain / 2

/** Lowest close of a window that ends at `at` (ms), the latest of equal ones; null without data. */
export function lowest(bars: Bars, row: number, at: number, window: Window): Extreme | null {
  return extreme(bars, row, at, window, 1)
}

/** Highest close of a window, like `lowest`. */
export function highest(bars: Bars, row: number, at: number, window: Window): Extreme | null {
  return extreme(bars, row, at, window, -1)
}

/** Includes the reference close before the window and the current price. */
function extreme(bars: Bars, row: number, at: number, window: Window, sign: 1 | -1): Extreme | null {
  if (bars.step[row]! < 0) return null
  const begin = windowStart(bars, at, window)
  let bestAt = begin
  let best = closeBefore(bars, row, at, window)
  for (let rung = window.rung; rung >= 0; rung--) {
    const { stepMs, closes } = bars.rungs[rung]!
    const until = endStepOf(bars, row, rung)
    for (
      let step = Math.max(oldestStepOf(bars, row, rung), Math.ceil(begin / stepMs) - 1);
      step < until;
      step++
    ) {
      const price = bars.anchor[row]! + distanceAt(closes, row, step) * grain
      if (sign * (price - best) > tolerance) continue
      best = price
      bestAt = (step + 1) * stepMs
    }
  }
  const price = bars.price[row]!
  return sign * (price - best) <= tolerance ? { price, at } : { price: best, at: bestAt }
}
