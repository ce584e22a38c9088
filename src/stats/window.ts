import type { Bars } from './bars.ts'
import { distanceAt, grain } from './closes.ts'
import { sumOf } from './sums.ts'

/** A span of time up to now, in steps of a rung. It starts at a step boundary, off by half a step at most. */
export interface Window {
  readonly rung: number
  readonly steps: number
}

/** Last step before a window that ends at `at` (ms). */
function lastStepBefore(bars: Bars, at: number, { rung, steps }: Window): number {
  return Math.round(at / bars.rungs[rung]!.stepMs) - steps - 1
}

/** Start (ms) of a window that ends at `at` (ms). */
export function windowStart(bars: Bars, at: number, window: Window): number {
  return (lastStepBefore(bars, at, window) + 1) * bars.rungs[window.rung]!.stepMs
}

/**
 * ln of the price at the start of a window, or of the first known price if history is shorter; NaN without data.
 *
 * @param at end of the window, ms; not before the latest push
 */
export function closeBefore(bars: Bars, row: number, at: number, window: Window): number {
  const newest = bars.step[row]!
  if (newest < 0) return NaN
  const { length, closes } = bars.rungs[window.rung]!
  const step = lastStepBefore(bars, at, window)
  const running = Math.floor(newest / length)
  // No data since before the window: the price has not changed.
  if (step >= running) return bars.price[row]!
  if (step < Math.floor(bars.first[row]! / length)) return bars.anchor[row]!
  return bars.anchor[row]! + distanceAt(closes, row, Math.max(step, running - closes.slots)) * grain
}

/** Turnover within a window. */
export function windowTurnover(bars: Bars, row: number, at: number, window: Window): number {
  const { length, turnovers } = bars.rungs[window.rung]!
  const newest = Math.floor(bars.step[row]! / length)
  return newest < 0 ? 0 : sumOf(turnovers, row, lastStepBefore(bars, at, window) + 1, newest)
}

/** Number of trades within a window of finest steps. */
export function windowTradeCount(bars: Bars, row: number, at: number, window: Window): number {
  const newest = bars.step[row]!
  return newest < 0 ? 0 : sumOf(bars.counts, row, lastStepBefore(bars, at, window) + 1, newest)
}
