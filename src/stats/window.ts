import type { Bars } from './bars.ts'
import { distanceAt, grain } from './closes.ts'
import { sumOf } from './sums.ts'

/** A span of time up to now: so many steps of a rung. It begins where a step does, at most half a step early or late. */
export interface Window {
  readonly rung: number
  readonly steps: number
}

/** The last step before the window that ends at `at` (ms). */
function stepBefore(bars: Bars, at: number, { rung, steps }: Window): number {
  return Math.round(at / bars.rungs[rung]!.stepMs) - steps - 1
}

/** When the window that ends at `at` begins, ms. */
export function beginOf(bars: Bars, at: number, window: Window): number {
  return (stepBefore(bars, at, window) + 1) * bars.rungs[window.rung]!.stepMs
}

/**
 * ln of the price at the window's beginning; where history is shorter, the first one known; NaN without any.
 *
 * @param at now, ms; not before the newest push
 */
export function closeBefore(bars: Bars, row: number, at: number, window: Window): number {
  const newest = bars.step[row]!
  if (newest < 0) return NaN
  const { length, closes } = bars.rungs[window.rung]!
  const step = stepBefore(bars, at, window)
  const running = Math.floor(newest / length)
  // Silent since before the window: the price of then is the price of now.
  if (step >= running) return bars.price[row]!
  if (step < Math.floor(bars.first[row]! / length)) return bars.anchor[row]!
  return bars.anchor[row]! + distanceAt(closes, row, Math.max(step, running - closes.slots)) * grain
}

/** What was turned over within the window. */
export function turnoverOver(bars: Bars, row: number, at: number, window: Window): number {
  const { length, turnovers } = bars.rungs[window.rung]!
  const newest = Math.floor(bars.step[row]! / length)
  return newest < 0 ? 0 : sumOf(turnovers, row, stepBefore(bars, at, window) + 1, newest)
}

/** Trades within a window of shortest steps. */
export function countOver(bars: Bars, row: number, at: number, window: Window): number {
  const newest = bars.step[row]!
  return newest < 0 ? 0 : sumOf(bars.counts, row, stepBefore(bars, at, window) + 1, newest)
}
