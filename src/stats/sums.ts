import { growColumn } from './column.ts'
import { fromShort, toShort } from './short-float.ts'

/**
 * Sums: a total per recent step, for many rows. The current step is summed as float32 and stored as a short float
 * once it ends. Windows are added up on query, which is rare.
 * Reference: ring buffer by step number. Cost: O(1) per value, O(steps) per query.
 */
export interface Sums {
  /** Steps stored per row, without the current one. */
  readonly slots: number
  kept: Uint16Array
  running: Float32Array
}

/** Sums with no rows. */
export function emptySums(slots: number): Sums {
  return { slots, kept: new Uint16Array(0), running: new Float32Array(0) }
}

/** Grows to a number of rows. */
export function growSums(sums: Sums, rows: number): void {
  sums.kept = growColumn(sums.kept, rows * sums.slots)
  sums.running = growColumn(sums.running, rows)
}

/** Closes step `from` and opens step `to`; the steps in between had no data. */
export function advanceSums(sums: Sums, row: number, from: number, to: number): void {
  const { slots, kept, running } = sums
  const base = row * slots
  kept[base + (from % slots)] = toShort(running[row]!)
  for (let step = Math.max(from + 1, to - slots); step < to; step++) kept[base + (step % slots)] = 0
  running[row] = 0
}

/** Sum of the steps from `first` to `newest`, the current one; limited to stored steps. */
export function sumOf(sums: Sums, row: number, first: number, newest: number): number {
  const { slots, kept, running } = sums
  const base = row * slots
  let sum = first <= newest ? running[row]! : 0
  for (let step = Math.max(first, newest - slots); step < newest; step++)
    sum += fromShort(kept[base + (step % slots)]!)
  return sum
}

/** Sum of one stored step. */
export function sumAt(sums: Sums, row: number, step: number): number {
  return fromShort(sums.kept[row * sums.slots + (step % sums.slots)]!)
}

/** Clears a row. */
export function clearSums(sums: Sums, row: number): void {
  sums.kept.fill(0, row * sums.slots, (row + 1) * sums.slots)
  sums.running[row] = 0
}
