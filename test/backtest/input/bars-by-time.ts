import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyOf, refill, sorted, spill, WIDTH, type BarRun } from './bar-run.ts'
import type { Bar } from './bar.ts'

/** Bars held in memory at most: 19 MB. */
const HELD = 1 << 18

/** All bars of one opening time. */
export interface BarFrame {
  /** ms UTC. */
  readonly at: number
  readonly bars: readonly Bar[]
}

/** Bars in order of time, and the shortest distance between two bars of a pair: their length, ms. */
export interface BarsByTime {
  readonly length: number
  readonly frames: AsyncGenerator<BarFrame>
}

/**
 * Brings bars, which recordings list pair after pair, into the order in which a market made them.
 *
 * An external merge sort: sorted runs of bounded size go to a temporary file and are merged from there, so
 * that memory does not grow with the recording. Source: Knuth, TAOCP 3, 5.4.
 *
 * @param held bars kept in memory at most
 */
export async function barsByTime(batches: AsyncIterable<readonly Bar[]>, held = HELD): Promise<BarsByTime> {
  const pairs: string[] = []
  const indexOf = new Map<string, number>()
  const lastOf: number[] = []
  const runs: BarRun[] = []
  const rows = new Float64Array(held * WIDTH)
  let temporary: { folder: string; file: FileHandle } | null = null
  let spilled = 0
  let count = 0
  let length = Infinity
  try {
    for await (const batch of batches) {
      for (const bar of batch) {
        const pair = indexOf.get(bar.pair) ?? pairs.push(bar.pair) - 1
        indexOf.set(bar.pair, pair)
        const apart = Math.abs(bar.at - (lastOf[pair] ?? bar.at))
        if (apart > 0) length = Math.min(length, apart)
        lastOf[pair] = bar.at
        const { at, open, high, low, close, baseVolume, quoteVolume } = bar
        rows.set([at, pair, open, high, low, close, baseVolume, quoteVolume, bar.count], count++ * WIDTH)
        if (count < held) continue
        temporary ??= await openTemporary()
        runs.push(await spill(sorted(rows), temporary.file, spilled))
        spilled += rows.byteLength
        count = 0
      }
    }
  } catch (error) {
    await remove(temporary)
    throw error
  }
  runs.push({ rows: sorted(rows.subarray(0, count * WIDTH)), next: 0, left: 0, position: 0 })
  return { length: Number.isFinite(length) ? length : 60_000, frames: merge(runs, pairs, temporary) }
}

async function* merge(
  runs: BarRun[],
  pairs: readonly string[],
  temporary: Temporary | null,
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
    await remove(temporary)
  }
}

/** The run whose present bar is next. Runs are few, so they are simply compared. */
async function first(runs: readonly BarRun[], file: FileHandle | null): Promise<BarRun | null> {
  let least: BarRun | null = null
  for (const run of runs) {
    if (run.next * WIDTH >= run.rows.length && !(await refill(run, file))) continue
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
  const row = run.rows.subarray(run.next * WIDTH, (run.next + 1) * WIDTH)
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

interface Temporary {
  readonly folder: string
  readonly file: FileHandle
}

async function openTemporary(): Promise<Temporary> {
  const folder = await mkdtemp(join(tmpdir(), 'keiho-backtest-'))
  return { folder, file: await open(join(folder, 'bars'), 'w+') }
}

async function remove(temporary: Temporary | null): Promise<void> {
  await temporary?.file.close()
  if (temporary) await rm(temporary.folder, { recursive: true })
}
