import { grown } from './column.ts'

/**
 * Closes: the price at the end of each of the last steps of time, for many rows, as distances from the row's
 * anchor: ten-thousandths of a log, so that one fits into 16 bits and reaches from a 26th of the anchor to 26 times it.
 * Reference: ring buffer by step number. Cost: O(1) a step, O(1) a question.
 */
export interface Closes {
  /** Steps kept per row. */
  readonly slots: number
  kept: Int16Array
}

/** The grain of a kept price, as a log return. */
export const grain = 1e-4
/** The farthest distance, in grains; what is farther is kept as this far. */
export const farthest = 32_767

/** Closes of no rows yet. */
export function emptyCloses(slots: number): Closes {
  return { slots, kept: new Int16Array(0) }
}

/** Makes room for so many rows. */
export function growCloses(closes: Closes, rows: number): void {
  closes.kept = grown(closes.kept, rows * closes.slots)
}

/** Ends step `from` at a distance (grains) and begins step `to`; silent steps in between keep the price. */
export function turnCloses(closes: Closes, row: number, from: number, to: number, distance: number): void {
  const { slots, kept } = closes
  const base = row * slots
  for (let step = Math.max(from, to - slots); step < to; step++) kept[base + (step % slots)] = distance
}

/** The distance (grains) at the end of a step that is kept. */
export function distanceAt(closes: Closes, row: number, step: number): number {
  return closes.kept[row * closes.slots + (step % closes.slots)]!
}

/** Moves a row's distances when its anchor moves by so many grains. */
export function shiftCloses(closes: Closes, row: number, by: number): void {
  const { slots, kept } = closes
  for (let i = row * slots; i < (row + 1) * slots; i++)
    kept[i] = Math.max(-farthest, Math.min(farthest, kept[i]! - by))
}
