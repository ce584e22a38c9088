import type { Tree } from '../../src/detect/score/tree.ts'
import { sumTrees, type Trees } from '../../src/detect/score/trees.ts'
import { boost } from './fit/boost.ts'
import { monotoneOf } from './feed-trainings.ts'
import type { Growth } from './fit/growth.ts'
import { type LogisticModel, logistic } from './fit/logistic.ts'
import { roundSignificant } from './round-significant.ts'

/** Training rows, one column per feature. Shared between threads, never written. */
export interface TrainingRows {
  readonly names: readonly string[]
  readonly columns: readonly Float32Array[]
  /** See Rows.event: the event a row shows the beginning of, or −1. */
  readonly event: Int32Array
  /** The fold of a row's coin. */
  readonly fold: Uint8Array
}

/** Total weight of all positive rows of one event. */
const eventWeight = 100
/** Of easily classified quiet rows, one in this many is used, with their total weight. */
const quietRowsPerSample = 10
/** Penalty on the line's slopes, in units of row weight. */
const ridge = 50
/** Log odds above which a quiet row counts as hard. */
const hardLogit = -3

/**
 * Fits trees to all rows outside one fold, twice: first on a tenth of the quiet rows, then on those the first
 * trees mistook for a pump and a tenth of the others.
 *
 * @param fold left out; −1 trains on everything
 */
export function fit(trainingRows: TrainingRows, fold: number, growth: Growth): Trees {
  const rows = [...trainingRows.event.keys()].filter((row) => trainingRows.fold[row] !== fold)
  const first = boostOn(trainingRows, rows, () => false, growth)
  const vector = new Float32Array(trainingRows.names.length)
  return boostOn(
    trainingRows,
    rows,
    (row) => sumTrees(first, rowAt(trainingRows, row, vector)) > hardLogit,
    growth,
  )
}

/** Copies the features of a row into `vector`. */
export function rowAt(
  { columns }: Pick<TrainingRows, 'columns'>,
  row: number,
  vector: Float32Array,
): Float32Array {
  for (let feature = 0; feature < columns.length; feature++) vector[feature] = columns[feature]![row]!
  return vector
}

function boostOn(
  { names, columns, event }: TrainingRows,
  rows: readonly number[],
  isHard: (row: number) => boolean,
  growth: Growth,
): Trees {
  const perEvent = new Map<number, number>()
  for (const row of rows) {
    if (event[row]! >= 0) perEvent.set(event[row]!, (perEvent.get(event[row]!) ?? 0) + 1)
  }
  const used: number[] = []
  const weight: number[] = []
  for (const row of rows) {
    const positives = perEvent.get(event[row]!)
    if (positives !== undefined) weight.push(eventWeight / positives)
    else if (isHard(row)) weight.push(1)
    else if (isSampled(row)) weight.push(quietRowsPerSample)
    else continue
    used.push(row)
  }
  const table = {
    names,
    columns: columns.map((column) => Float32Array.from(used, (row) => column[row]!)),
    label: Uint8Array.from(used, (row) => (event[row]! >= 0 ? 1 : 0)),
    weight: Float64Array.from(weight),
  }
  return averaged(boost(table, monotoneOf(names), growth), logistic(table, monotoneOf(names), ridge))
}

/**
 * The mean of trees and logistic model. Measured by coin-grouped cross-validation on the announced pumps: at
 * .004 false alarms per pair-day the mean finds .745 of them, the trees alone .693, the logistic model alone
 * .672.
 */
function averaged(trees: Trees, line: LogisticModel): Trees {
  const half = (tree: Tree): Tree =>
    typeof tree === 'number'
      ? roundSignificant(tree / 2, 4)
      : [tree[0], tree[1], half(tree[2]), half(tree[3])]
  return {
    features: trees.features,
    bias: roundSignificant((trees.bias + line.bias) / 2, 6),
    slopes: line.slopes.map((slope) => roundSignificant(slope / 2, 4)),
    trees: trees.trees.map(half),
  }
}

/**
 * One in `quietRowsPerSample`, spread evenly by Knuth's multiplicative hash (TAOCP 3, 6.4): always the same
 * rows.
 */
function isSampled(row: number): boolean {
  return ((row * 2654435761) >>> 0) % quietRowsPerSample === 0
}
