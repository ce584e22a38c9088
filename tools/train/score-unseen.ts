import { fullHour } from '../../src/detect/thresholds.ts'
import { sumTrees } from '../../src/detect/score/trees.ts'
import { rowAt } from './fit.ts'
import { columnsOf, type FittedModels } from './fit-folds.ts'
import type { JudgedMoments } from './judged-moments.ts'

/** Log odds of each row by trees not trained on its coin, raised on the full hour as score.ts does. */
export function scoreUnseen(
  rows: JudgedMoments,
  { unseen }: FittedModels,
  foldOf: readonly number[],
): Float64Array {
  const columns = columnsOf(rows, unseen[0]!.features)
  const [since] = columnsOf(rows, ['sinceFullHour'])
  const vector = new Float32Array(columns.length)
  return Float64Array.from(rows.at, (_, row) => {
    const trees = unseen[foldOf[rows.run[row]!]!]!
    const lift = since![row]! >= fullHour.from && since![row]! <= fullHour.to ? fullHour.lift : 0
    return sumTrees(trees, rowAt({ columns }, row, vector)) + lift
  })
}
