import type { Bars } from './bars.ts'
import { distanceAt, grain } from './closes.ts'

/**
 * The closes kept of a row, oldest first: those of each rung up to where a finer one begins.
 *
 * @param coarsest the rung to begin with, by its place on the ladder
 * @param visit the end of a step, ms, and the ln of the price there
 */
export function eachClose(
  bars: Bars,
  row: number,
  coarsest: number,
  visit: (at: number, price: number) => void,
): void {
  const newest = bars.step[row]!
  if (newest < 0) return
  for (let r = coarsest; r >= 0; r--) {
    const { length, stepMs, closes } = bars.rungs[r]!
    const until = r === 0 ? newest : oldestOf(bars, row, r - 1) * bars.rungs[r - 1]!.length
    for (let step = oldestOf(bars, row, r); (step + 1) * length <= until; step++)
      visit((step + 1) * stepMs, bars.anchor[row]! + distanceAt(closes, row, step) * grain)
  }
}

/** The oldest step that a rung holds. */
function oldestOf(bars: Bars, row: number, rung: number): number {
  const { length, closes } = bars.rungs[rung]!
  return Math.max(Math.floor(bars.first[row]! / length), Math.floor(bars.step[row]! / length) - closes.slots)
}
