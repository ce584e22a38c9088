import { createBarSpacing, barLengthMs, addBar } from './bar-length.ts'
import { sorted, spill, numbersPerBar, type BarRun } from './bar-run.ts'
import type { Bar } from './bar.ts'
import { mergeRuns, type BarFrame } from './merge-runs.ts'
import { openTemporary, removeTemporary, type TemporaryFile } from './temporary-file.ts'

/** Maximum number of bars in memory: 19 MB. */
const maxBarsInMemory = 1 << 18

/** Bars in time order, and their length, ms. */
export interface BarsByTime {
  readonly length: number
  readonly frames: AsyncGenerator<BarFrame>
}

interface Sorting {
  /** Pair names; rows hold the index. */
  readonly pairs: string[]
  readonly indexOf: Map<string, number>
  readonly runs: BarRun[]
  readonly rows: Float64Array
  count: number
  temporary: TemporaryFile | null
  spilled: number
}

/**
 * Sorts bars, which recordings list pair after pair, by time.
 *
 * An external merge sort: sorted runs of bounded size are written to a temporary file and merged from there, so
 * that memory does not grow with the recording. Source: Knuth, TAOCP 3, 5.4.
 *
 * @param held maximum number of bars in memory
 */
export async function barsByTime(
  batches: AsyncIterable<readonly Bar[]>,
  held = maxBarsInMemory,
): Promise<BarsByTime> {
  const sorting: Sorting = {
    pairs: [],
    indexOf: new Map(),
    runs: [],
    rows: new Float64Array(held * numbersPerBar),
    count: 0,
    temporary: null,
    spilled: 0,
  }
  const distances = createBarSpacing()
  try {
    for await (const batch of batches) {
      for (const bar of batch) {
        addBar(distances, bar.pair, bar.at)
        put(sorting, bar)
        if (sorting.count === held) await spillRows(sorting)
      }
    }
  } catch (error) {
    await removeTemporary(sorting.temporary)
    throw error
  }
  const { pairs, runs, rows, count, temporary } = sorting
  runs.push({ rows: sorted(rows.subarray(0, count * numbersPerBar)), next: 0, left: 0, position: 0 })
  return { length: barLengthMs(distances), frames: mergeRuns(runs, pairs, temporary) }
}

function put(sorting: Sorting, bar: Bar): void {
  const { pairs, indexOf, rows } = sorting
  let pair = indexOf.get(bar.pair)
  if (pair === undefined) indexOf.set(bar.pair, (pair = pairs.push(bar.pair) - 1))
  const { at, open, high, low, close, baseVolume, quoteVolume, count } = bar
  rows.set(
    [at, pair, open, high, low, close, baseVolume, quoteVolume, count],
    sorting.count++ * numbersPerBar,
  )
}

async function spillRows(sorting: Sorting): Promise<void> {
  sorting.temporary ??= await openTemporary()
  sorting.runs.push(await spill(sorted(sorting.rows), sorting.temporary.file, sorting.spilled))
  sorting.spilled += sorting.rows.byteLength
  sorting.count = 0
}
