import type { Bars } from './bars.ts'
import { distanceAt, grain } from './closes.ts'

/**
 * Visits the stored closes of a row, oldest first, from coarse to fine: each rung up to where a finer one begins.
 *
 * @param coarsest index of the rung to start with
 * @param visit gets the end of a step (ms) and the ln of its closing price
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
    const until = endStepOf(bars, row, r)
    for (let step = oldestStepOf(bars, row, r); step < until; step++)
      visit((step + 1) * stepMs, bars.anchor[row]! + distanceAt(closes, row, step) * grain)
  }
}

/** End (exclusive) of the steps to read from a rung: later ones are incomplete or covered by a finer rung. */
export function endStepOf(bars: Bars, row: number, rung: number): number {
  const finer = bars.rungs[rung - 1]
  const until = finer ? oldestStepOf(bars, row, rung - 1) * finer.length : bars.step[row]!
  return Math.floor(until / bars.rungs[rung]!.length)
}

/** Oldest stored step of a rung. */
export function oldestStepOf(bars: Bars, row: number, rung: number): number {
  const { length, closes } = bars.rungs[rung]!
  return Math.max(Math.floor(bars.first[row]! / length), Math.floor(bars.step[row]! / length) - closes.slots)
}
