import type { Bars } from './bars.ts'
import { grain } from './closes.ts'
import { eachClose } from './each-close.ts'
import { beginOf, closeBefore, type Window } from './window.ts'

/** A price (ln) and when it was, ms. */
export interface Extreme {
  readonly price: number
  readonly at: number
}

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
  let best: Extreme = { price: closeBefore(bars, row, at, window), at: begin }
  const look = (time: number, price: number) => {
    // The present price is exact, a kept one is not: what is equal must not differ by rounding.
    if (time >= begin && sign * (price - best.price) <= grain / 2) best = { price, at: time }
  }
  eachClose(bars, row, window.rung, look)
  look(at, bars.price[row]!)
  return best
}
