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
  if (bars.step[row]! < 0) return
  for (let r = coarsest; r >= 0; r--) {
    const { stepMs, closes } = bars.rungs[r]!
    const until = untilOf(bars, row, r)
    for (let step = oldestOf(bars, row, r); step < until; step++)
      visit((step + 1) * stepMs, bars.anchor[row]! + distanceAt(closes, row, step) * grain)
  }
}

/** The first step of a rung that is not to be read from it: it still runs, or a finer rung holds some of it. */
export function untilOf(bars: Bars, row: number, rung: number): number {
  const finer = bars.rungs[rung - 1]
  const until = finer ? oldestOf(bars, row, rung - 1) * finer.length : bars.step[row]!
  return Math.floor(until / bars.rungs[rung]!.length)
}

/** The oldest step that a rung holds. */
export function oldestOf(bars: Bars, row: number, rung: number): number {
  const { length, closes } = bars.rungs[rung]!
  return Math.max(Math.floor(bars.first[row]! / length), Math.floor(bars.step[row]! / length) - closes.slots)
}
