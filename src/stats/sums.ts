import { growColumn, pickRows } from './column.ts'
import { fromShortFloat, toShortFloat } from './short-float.ts'

/**
 * Sums: the sum of values in each of the last time steps, for many rows. The running step is summed as a float32;
 * when it ends, it is kept as a short float. Windows are added up per query, because queries are rare.
 * Reference: ring buffer by step number. Cost: O(1) per value, O(steps) per query.
 */
export interface Sums {
  /** Steps kept per row, without the running one. */
  readonly slots: number
  kept: Uint16Array
  running: Float32Array
}

/** Sums without rows. */
export function emptySums(slots: number): Sums {
  return { slots, kept: new Uint16Array(0), running: new Float32Array(0) }
}

/** Grows to a number of rows. */
export function growSums(sums: Sums, rows: number): void {
  sums.kept = growColumn(sums.kept, rows * sums.slots)
  sums.running = growColumn(sums.running, rows)
}

/** Keeps these rows alone, in this order. */
export function keepSums(sums: Sums, rows: readonly number[]): void {
  sums.kept = pickRows(sums.kept, rows, sums.slots)
  sums.running = pickRows(sums.running, rows)
}

/** Ends step `from` and begins step `to`; the steps in between get 0. */
export function advanceSums(sums: Sums, row: number, from: number, to: number): void {
  const { slots, kept, running } = sums
  const base = row * slots
  kept[base + (from % slots)] = toShortFloat(running[row]!)
  for (let step = Math.max(from + 1, to - slots); step < to; step++) kept[base + (step % slots)] = 0
  running[row] = 0
}

/** The sum of steps `first` to `newest` (the running one), as far back as steps are kept. */
export function sumSteps(sums: Sums, row: number, first: number, newest: number): number {
  const { slots, kept, running } = sums
  const base = row * slots
  let sum = first <= newest ? running[row]! : 0
  for (let step = Math.max(first, newest - slots); step < newest; step++)
    sum += fromShortFloat(kept[base + (step % slots)]!)
  return sum
}

/** The sum of one kept step. */
export function stepSum(sums: Sums, row: number, step: number): number {
  return fromShortFloat(sums.kept[row * sums.slots + (step % sums.slots)]!)
}

/** Clears a row. */
export function clearSums(sums: Sums, row: number): void {
  sums.kept.fill(0, row * sums.slots, (row + 1) * sums.slots)
  sums.running[row] = 0
}
