import type { Tree } from '../../../src/detect/score/tree.ts'
import type { Trees } from '../../../src/detect/score/trees.ts'
import { binsOf } from './bins.ts'
import { growTree } from './grow-tree.ts'
import type { Growth, Monotone } from './growth.ts'
import { roundSignificant } from '../round-significant.ts'

/** Training rows: one column per feature, a label and a weight each. */
export interface TrainingTable {
  readonly names: readonly string[]
  readonly columns: readonly Float32Array[]
  /** 1 for a positive row, 0 for all else. */
  readonly label: Uint8Array
  readonly weight: Float64Array
}

/**
 * Gradient boosting with the logistic loss. Deterministic: no sampling.
 * Reference: Friedman 2001, "Greedy function approximation: a gradient boosting machine".
 * Cost: trees × leaves / 2 × rows × features additions.
 */
export function boost(table: TrainingTable, monotone: Monotone, growth: Growth): Trees {
  const { label, weight } = table
  const bins = table.columns.map((column) => binsOf(column))
  const bias = roundSignificant(priorOf(table), 4)
  const score = new Float64Array(label.length).fill(bias)
  const gradient = new Float64Array(label.length)
  const hessian = new Float64Array(label.length)
  const trees: Tree[] = []
  for (let round = 0; round < growth.trees; round++) {
    for (let row = 0; row < label.length; row++) {
      const p = 1 / (1 + Math.exp(-score[row]!))
      gradient[row] = weight[row]! * (p - label[row]!)
      hessian[row] = weight[row]! * p * (1 - p)
    }
    trees.push(growTree(bins, { gradient, hessian }, score, monotone, growth))
  }
  return { features: table.names, bias, trees }
}

/** The prior log odds of a positive row. */
function priorOf({ label, weight }: TrainingTable): number {
  let positive = 0
  let all = 0
  for (let row = 0; row < label.length; row++) {
    all += weight[row]!
    if (label[row]) positive += weight[row]!
  }
  return Math.log(positive / (all - positive))
}
