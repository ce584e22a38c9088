import { UsageError } from '../../command-line.ts'
import { bytesOf } from './bytes-of.ts'
import type { RowReader } from './formats/format.ts'
import { createLine, split } from './line.ts'
import { blocksOf, eachLine } from './lines-of.ts'

/** Counts of rows read, summed over files. Plain data: passed between threads. */
export interface Reading {
  rows: number
  /** Invalid rows: bad numbers, impossible values, time running backwards. */
  dropped: number
  /** Position of the first invalid row, as `FILE line N`. */
  firstDropped: string | null
}

/** A reading of nothing. */
export function createReading(): Reading {
  return { rows: 0, dropped: 0, firstDropped: null }
}

/** Adds one reading to another. */
export function addReading(to: Reading, other: Readonly<Reading>): void {
  to.rows += other.rows
  to.dropped += other.dropped
  to.firstDropped ??= other.firstDropped
}

/**
 * The rows of a file in batches, in the file's order. Memory does not grow with the file.
 *
 * @param headed whether the first line is a header
 * @param reading counts rows and dropped rows
 * @throws UsageError where the file cannot be read or has no valid row
 */
export async function* rowsOf<T>(
  file: string,
  headed: boolean,
  read: RowReader<T>,
  reading: Reading,
): AsyncGenerator<readonly T[]> {
  const line = createLine()
  const before = reading.rows
  let toSkip = headed ? 1 : 0
  for await (const block of blocksOf(bytesOf(file), file)) {
    const batch: T[] = []
    eachLine(block, (from, to, number) => {
      if (toSkip > 0) {
        toSkip--
        return
      }
      split(line, block.bytes, from, to)
      const row = read(line)
      if (row !== null) batch.push(row)
      else drop(reading, `${file} line ${number}`)
    })
    reading.rows += batch.length
    if (batch.length > 0) yield batch
  }
  if (reading.rows === before)
    throw new UsageError(`${file}: ${reading.firstDropped ?? 'no rows'}: nothing sound in it`)
}

/** Counts a dropped row. */
export function drop(reading: Reading, where: string): void {
  reading.dropped++
  reading.firstDropped ??= where
}
