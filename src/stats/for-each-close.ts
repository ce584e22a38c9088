import type { Bars } from './bars.ts'
import { distanceAt, resolution } from './closes.ts'

/**
 * Visits the kept closes of a row, oldest first: those of each rung up to where a finer one begins.
 *
 * @param coarsest index of the rung to begin with
 * @param visit receives the end of a step, ms, and ln of its close
 */
export function forEachClose(
  bars: Bars,
  row: number,
  coarsest: number,
  visit: (at: number, price: number) => void,
): void {
  if (bars.step[row]! < 0) return
  for (let r = coarsest; r >= 0; r--) {
    const { stepMs, closes } = bars.rungs[r]!
    const until = endStep(bars, row, r)
    for (let step = oldestStep(bars, row, r); step < until; step++)
      visit((step + 1) * stepMs, bars.anchor[row]! + distanceAt(closes, row, step) * resolution)
  }
}

/** The first step not to be read from a rung: it is still running, or a finer rung covers part of it. */
export function endStep(bars: Bars, row: number, rung: number): number {
  const finer = bars.rungs[rung - 1]
  const until = finer ? oldestStep(bars, row, rung - 1) * finer.length : bars.step[row]!
  return Math.floor(until / bars.rungs[rung]!.length)
}

/** The oldest step that a rung keeps. */
export function oldestStep(bars: Bars, row: number, rung: number): number {
  const { length, closes } = bars.rungs[rung]!
  return Math.max(Math.floor(bars.first[row]! / length), Math.floor(bars.step[row]! / length) - closes.slots)
}
