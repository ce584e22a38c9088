import type { Bars } from './bars.ts'
import { distanceAt, resolution } from './closes.ts'
import { sumSteps } from './sums.ts'

/** A span of time up to now: a number of steps of a rung. Its start is rounded to the nearest step. */
export interface BarWindow {
  readonly rung: number
  readonly steps: number
}

/** The last step before the window that ends at `at` (ms). */
function stepBefore(bars: Bars, at: number, { rung, steps }: BarWindow): number {
  return Math.round(at / bars.rungs[rung]!.stepMs) - steps - 1
}

/** Start of the window that ends at `at`, ms. */
export function windowStart(bars: Bars, at: number, window: BarWindow): number {
  return (stepBefore(bars, at, window) + 1) * bars.rungs[window.rung]!.stepMs
}

/**
 * ln of the price at the start of the window, or the first known one if history is shorter; NaN without any.
 *
 * @param at now, ms; at least the time of the newest push
 */
export function closeBefore(bars: Bars, row: number, at: number, window: BarWindow): number {
  const newest = bars.step[row]!
  if (newest < 0) return NaN
  const { length, closes } = bars.rungs[window.rung]!
  const step = stepBefore(bars, at, window)
  const running = Math.floor(newest / length)
  // No push since before the window: the price has not changed.
  if (step >= running) return bars.price[row]!
  if (step < Math.floor(bars.first[row]! / length)) return bars.anchor[row]!
  return bars.anchor[row]! + distanceAt(closes, row, Math.max(step, running - closes.slots)) * resolution
}

/** Turnover within the window. */
export function windowTurnover(bars: Bars, row: number, at: number, window: BarWindow): number {
  const { length, turnovers } = bars.rungs[window.rung]!
  const newest = Math.floor(bars.step[row]! / length)
  return newest < 0 ? 0 : sumSteps(turnovers, row, stepBefore(bars, at, window) + 1, newest)
}

/** Number of trades within the window, which must be one of the finest rung. */
export function windowCount(bars: Bars, row: number, at: number, window: BarWindow): number {
  const newest = bars.step[row]!
  return newest < 0 ? 0 : sumSteps(bars.counts, row, stepBefore(bars, at, window) + 1, newest)
}
