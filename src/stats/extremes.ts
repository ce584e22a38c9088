import type { Bars } from './bars.ts'
import { distanceAt, grain } from './closes.ts'
import { oldestOf, untilOf } from './for-each-close.ts'
import { beginOf, closeBefore, type Window } from './window.ts'

/** A price (ln) and when it was, ms. */
export interface Extreme {
  readonly price: number
  readonly at: number
}

/** The present price is exact, a kept one is not: what is equal must not differ by rounding. */
const slack = grain / 2

/** The lowest close of a window that ends at `at` (ms), the latest where several are equal; null without any. */
export function lowest(bars: Bars, row: number, at: number, window: Window): Extreme | null {
  return extreme(bars, row, at, window, 1)
}

/** The highest close of a window, as `lowest`. */
export function highest(bars: Bars, row: number, at: number, window: Window): Extreme | null {
  return extreme(bars, row, at, window, -1)
}

/** Its first price is the one the window is measured from, its last the present one. */
function extreme(bars: Bars, row: number, at: number, window: Window, sign: 1 | -1): Extreme | null {
  if (bars.step[row]! < 0) return null
  const begin = beginOf(bars, at, window)
  let bestAt = begin
  let best = closeBefore(bars, row, at, window)
  for (let rung = window.rung; rung >= 0; rung--) {
    const { stepMs, closes } = bars.rungs[rung]!
    const until = untilOf(bars, row, rung)
    for (
      let step = Math.max(oldestOf(bars, row, rung), Math.ceil(begin / stepMs) - 1);
      step < until;
      step++
    ) {
      const price = bars.anchor[row]! + distanceAt(closes, row, step) * grain
      if (sign * (price - best) > slack) continue
      best = price
      bestAt = (step + 1) * stepMs
    }
  }
  const price = bars.price[row]!
  return sign * (price - best) <= slack ? { price, at } : { price: best, at: bestAt }
}
