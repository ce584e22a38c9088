import { growColumn } from './column.ts'

/**
 * Closes: the price at the end of each recent step, for many rows, stored as distance from the anchor of the row
 * in ten-thousandths of a log return. 16 bits cover prices from 1/26 of the anchor to 26 times the anchor.
 * Reference: ring buffer by step number. Cost: O(1) per step, O(1) per query.
 */
export interface Closes {
  /** Steps stored per row. */
  readonly slots: number
  kept: Int16Array
}

/** Resolution of a stored price, as a log return. */
export const grain = 1e-4
/** Largest distance in grains; larger ones are clamped. */
export const maxDistance = 32_767

/** Closes with no rows. */
export function emptyCloses(slots: number): Closes {
  return { slots, kept: new Int16Array(0) }
}

/** Grows to a number of rows. */
export function growCloses(closes: Closes, rows: number): void {
  closes.kept = growColumn(closes.kept, rows * closes.slots)
}

/** Closes step `from` at a distance (grains) and opens step `to`; steps without data in between keep the price. */
export function advanceCloses(closes: Closes, row: number, from: number, to: number, distance: number): void {
  const { slots, kept } = closes
  const base = row * slots
  for (let step = Math.max(from, to - slots); step < to; step++) kept[base + (step % slots)] = distance
}

/** Distance (grains) at the end of a stored step. */
export function distanceAt(closes: Closes, row: number, step: number): number {
  return closes.kept[row * closes.slots + (step % closes.slots)]!
}

/** Adjusts the distances of a row to an anchor that moved by some grains. */
export function shiftCloses(closes: Closes, row: number, by: number): void {
  const { slots, kept } = closes
  for (let i = row * slots; i < (row + 1) * slots; i++)
    kept[i] = Math.max(-maxDistance, Math.min(maxDistance, kept[i]! - by))
}
