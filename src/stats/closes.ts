import { growColumn, pickRows } from './column.ts'

/**
 * Closes: the price at the end of each of the last time steps, for many rows, as log distance from the row's
 * anchor in units of 0.0001: that fits into 16 bits and reaches from 1/26 of the anchor to 26 times it.
 * Reference: ring buffer by step number. Cost: O(1) per step, O(1) per query.
 */
export interface Closes {
  /** Steps kept per row. */
  readonly slots: number
  kept: Int16Array
}

/** Resolution of a stored price, as a log return. */
export const resolution = 1e-4
/** Maximum distance, in units of `resolution`; larger ones are clamped. */
export const maxDistance = 32_767

/** Closes without rows. */
export function emptyCloses(slots: number): Closes {
  return { slots, kept: new Int16Array(0) }
}

/** Grows to a number of rows. */
export function growCloses(closes: Closes, rows: number): void {
  closes.kept = growColumn(closes.kept, rows * closes.slots)
}

/** Keeps these rows alone, in this order. */
export function keepCloses(closes: Closes, rows: readonly number[]): void {
  closes.kept = pickRows(closes.kept, rows, closes.slots)
}

/** Ends step `from` with a close at `distance` and begins step `to`; silent steps between get the same close. */
export function advanceCloses(closes: Closes, row: number, from: number, to: number, distance: number): void {
  const { slots, kept } = closes
  const base = row * slots
  for (let step = Math.max(from, to - slots); step < to; step++) kept[base + (step % slots)] = distance
}

/** The distance at the end of a kept step, in units of `resolution`. */
export function distanceAt(closes: Closes, row: number, step: number): number {
  return closes.kept[row * closes.slots + (step % closes.slots)]!
}

/** Adjusts a row's distances after its anchor moved by `by` units of `resolution`. */
export function shiftCloses(closes: Closes, row: number, by: number): void {
  const { slots, kept } = closes
  for (let i = row * slots; i < (row + 1) * slots; i++)
    kept[i] = Math.max(-maxDistance, Math.min(maxDistance, kept[i]! - by))
}
