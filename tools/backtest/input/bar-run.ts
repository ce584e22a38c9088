import type { FileHandle } from 'node:fs/promises'

/** Numbers per bar: opening time, pair, open, high, low, close, base volume, quote volume, count. */
export const numbersPerBar = 9

/** Bars read from a run at a time. */
const barsPerRead = 4096

/** Bars sorted by opening time and then pair, in memory or in a file, read from the front. */
export interface BarRun {
  /** Bars in memory, `numbersPerBar` numbers each. */
  rows: Float64Array
  /** Index of the current bar in `rows`. */
  next: number
  /** Bars not yet read from the file. */
  left: number
  position: number
}

/** The rows sorted by opening time and pair; stable. */
export function sorted(rows: Float64Array): Float64Array {
  const order = Uint32Array.from({ length: rows.length / numbersPerBar }, (_, index) => index)
  const time = (row: number) => rows[row * numbersPerBar] ?? 0
  const pair = (row: number) => rows[row * numbersPerBar + 1] ?? 0
  order.sort((a, b) => time(a) - time(b) || pair(a) - pair(b) || a - b)
  const result = new Float64Array(rows.length)
  order.forEach((row, to) =>
    result.set(rows.subarray(row * numbersPerBar, (row + 1) * numbersPerBar), to * numbersPerBar),
  )
  return result
}

/** Appends a run to the file and keeps only its position. */
export async function spill(rows: Float64Array, file: FileHandle, position: number): Promise<BarRun> {
  await file.write(bytes(rows), 0, rows.byteLength, position)
  return { rows: new Float64Array(), next: 0, left: rows.length / numbersPerBar, position }
}

/** Reads on where the current bar is not in memory. @returns whether there is one */
export async function refill(run: BarRun, file: FileHandle | null): Promise<boolean> {
  if (run.next * numbersPerBar < run.rows.length) return true
  if (run.left === 0 || !file) return false
  const rows = new Float64Array(Math.min(barsPerRead, run.left) * numbersPerBar)
  await file.read(bytes(rows), 0, rows.byteLength, run.position)
  run.rows = rows
  run.next = 0
  run.left -= rows.length / numbersPerBar
  run.position += rows.byteLength
  return true
}

/** Opening time and pair of the current bar. */
export function keyOf(run: BarRun): readonly [at: number, pair: number] {
  return [run.rows[run.next * numbersPerBar] ?? Infinity, run.rows[run.next * numbersPerBar + 1] ?? Infinity]
}

function bytes(rows: Float64Array): Uint8Array {
  return new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength)
}
