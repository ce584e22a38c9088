import { grown } from './column.ts'
import { ofShort, toShort } from './short-float.ts'

/**
 * Sums: what was counted in each of the last steps of time, for many rows. The running step is summed exactly;
 * once it is over a short float of it is kept. Windows are added up when they are asked for, which is seldom.
 * Reference: ring buffer by step number. Cost: O(1) a value, O(steps) a question.
 */
export interface Sums {
  /** Steps kept per row beside the running one. */
  readonly slots: number
  kept: Uint16Array
  running: Float32Array
}

/** Sums of no rows yet. */
export function emptySums(slots: number): Sums {
  return { slots, kept: new Uint16Array(0), running: new Float32Array(0) }
}

/** Makes room for so many rows. */
export function growSums(sums: Sums, rows: number): void {
  sums.kept = grown(sums.kept, rows * sums.slots)
  sums.running = grown(sums.running, rows)
}

/** Ends step `from` and begins step `to`; the steps in between were silent. */
export function turnSums(sums: Sums, row: number, from: number, to: number): void {
  const { slots, kept, running } = sums
  const base = row * slots
  kept[base + (from % slots)] = toShort(running[row]!)
  for (let step = Math.max(from + 1, to - slots); step < to; step++) kept[base + (step % slots)] = 0
  running[row] = 0
}

/** The sum of steps `first` to `newest`, the running one; of kept steps only where there are so many. */
export function sumOf(sums: Sums, row: number, first: number, newest: number): number {
  const { slots, kept, running } = sums
  const base = row * slots
  let sum = first <= newest ? running[row]! : 0
  for (let step = Math.max(first, newest - slots); step < newest; step++)
    sum += ofShort(kept[base + (step % slots)]!)
  return sum
}

/** The sum of one step before the running one. */
export function sumAt(sums: Sums, row: number, step: number): number {
  return ofShort(sums.kept[row * sums.slots + (step % sums.slots)]!)
}

/** Forgets what a row counted. */
export function clearSums(sums: Sums, row: number): void {
  sums.kept.fill(0, row * sums.slots, (row + 1) * sums.slots)
  sums.running[row] = 0
}
