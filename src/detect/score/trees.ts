import { flatten, type FlatTrees } from './flat-trees.ts'
import type { Tree } from './tree.ts'

/**
 * Boosted trees plus a linear term: the sum of small decision trees over named features, and of the features
 * times their slopes. Trees learn interactions but are constant beyond the strongest cases of the training data;
 * the linear term goes on rising there.
 * Reference: Friedman 2001, "Greedy function approximation: a gradient boosting machine".
 * Cost: trees × depth comparisons, one product per feature.
 */
export interface Trees {
  /** Names of the features, in the order of `slopes` and of the indexes in `trees`. */
  readonly features: readonly string[]
  readonly bias: number
  /** One per feature; absent without a linear term. */
  readonly slopes?: readonly number[]
  readonly trees: readonly Tree[]
}

/** Cache of the flattened trees of each model. */
const flattened = new WeakMap<Trees, FlatTrees>()

/**
 * The model's log odds for a row.
 *
 * @param row the features in the model's order, as float32: thresholds lie between two float32 values
 */
export function sumTrees(model: Trees, row: Float32Array): number {
  let sum = model.bias
  const { slopes } = model
  if (slopes)
    for (let feature = 0; feature < slopes.length; feature++) sum += slopes[feature]! * row[feature]!
  let flat = flattened.get(model)
  if (!flat) flattened.set(model, (flat = flatten(model.trees)))
  const { roots, features, values, rights } = flat
  for (const root of roots) {
    let at = root
    let feature = features[at]!
    while (feature >= 0) {
      at = row[feature]! <= values[at]! ? at + 1 : rights[at]!
      feature = features[at]!
    }
    sum += values[at]!
  }
  return sum
}
