import type { Trees } from '../../src/detect/score/trees.ts'
import { runInThreads } from '../backtest/threads/run-in-threads.ts'
import type { FitThreadData } from './fit-thread.ts'
import type { FeedTraining } from './feed-trainings.ts'
import { quiet, type JudgedMoments } from './judged-moments.ts'

/** Trees of one feed: one set trained on every coin, and per fold one trained without the fold's coins. */
export interface FittedModels {
  readonly all: Trees
  readonly unseen: readonly Trees[]
}

/** Small trees: larger ones gain nothing measurable in cross-validation. */
const shape = { leaves: 8, rate: 0.08, l2: 5, minRows: 30 } as const

/**
 * Fits one feed's trees, on several processors.
 *
 * @param foldOf the fold of each run
 * @param learns whether a row may be used for training
 */
export async function fitFolds(
  rows: JudgedMoments,
  { features, trees }: Pick<FeedTraining, 'features' | 'trees'>,
  foldOf: readonly number[],
  learns: (row: number) => boolean,
): Promise<FittedModels> {
  const used = [...rows.at.keys()].filter((row) => rows.event[row]! >= quiet && learns(row))
  const trainingRows = {
    names: features,
    columns: columnsOf(rows, features).map((column) =>
      fill(new Float32Array(shared(4 * used.length)), (at) => column[used[at]!]!),
    ),
    event: fill(new Int32Array(shared(4 * used.length)), (at) => rows.event[used[at]!]!),
    fold: fill(new Uint8Array(shared(used.length)), (at) => foldOf[rows.run[used[at]!]!]!),
  }
  const threadData: FitThreadData = { trainingRows, growth: { trees, ...shape } }
  const folds = [-1, ...new Set(foldOf)].sort((a, b) => a - b)
  const fitted: Trees[] = []
  const script = new URL('fit-thread.ts', import.meta.url)
  for await (const each of runInThreads<number, Trees>(script, threadData, folds)) fitted.push(each)
  return { all: fitted[0]!, unseen: fitted.slice(1) }
}

/** The columns of named features. */
export function columnsOf(rows: JudgedMoments, features: readonly string[]): Float32Array[] {
  return features.map((name) => rows.columns[rows.names.indexOf(name)]!)
}

/** Memory that threads read without copying. */
function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes)
}

function fill<A extends Float32Array | Int32Array | Uint8Array>(array: A, of: (at: number) => number): A {
  for (let at = 0; at < array.length; at++) array[at] = of(at)
  return array
}
