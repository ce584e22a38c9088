import type { FileHandle } from 'node:fs/promises'
import { keyOf, refill, numbersPerBar, type BarRun } from './bar-run.ts'
import type { Bar } from './bar.ts'
import { removeTemporary, type TemporaryFile } from './temporary-file.ts'

/** All bars of one opening time. */
export interface BarFrame {
  /** ms UTC. */
  readonly at: number
  readonly bars: readonly Bar[]
}

/** Merges sorted runs into frames, and deletes their file. */
export async function* mergeRuns(
  runs: BarRun[],
  pairs: readonly string[],
  temporary: TemporaryFile | null,
): AsyncGenerator<BarFrame> {
  try {
    let frame: { at: number; bars: Bar[] } | null = null
    for (;;) {
      const run = await first(runs, temporary?.file ?? null)
      if (!run) break
      const bar = take(run, pairs)
      if (frame && frame.at !== bar.at) {
        yield frame
        frame = null
      }
      frame ??= { at: bar.at, bars: [] }
      frame.bars.push(bar)
    }
    if (frame) yield frame
  } finally {
    await removeTemporary(temporary)
  }
}

/** The run whose current bar is next. Runs are few, so a linear search suffices. */
async function first(runs: readonly BarRun[], file: FileHandle | null): Promise<BarRun | null> {
  let least: BarRun | null = null
  for (const run of runs) {
    if (run.next * numbersPerBar >= run.rows.length && !(await refill(run, file))) continue
    if (!least) least = run
    else {
      const [at, pair] = keyOf(run)
      const [leastAt, leastPair] = keyOf(least)
      if (at < leastAt || (at === leastAt && pair < leastPair)) least = run
    }
  }
  return least
}

function take(run: BarRun, pairs: readonly string[]): Bar {
  const row = run.rows.subarray(run.next * numbersPerBar, (run.next + 1) * numbersPerBar)
  run.next++
  const [
    at = 0,
    pair = 0,
    open = 0,
    high = 0,
    low = 0,
    close = 0,
    baseVolume = 0,
    quoteVolume = NaN,
    count = NaN,
  ] = row
  return { pair: pairs[pair] ?? '', at, open, high, low, close, baseVolume, quoteVolume, count }
}
