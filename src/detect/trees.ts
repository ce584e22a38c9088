/**
 * Boosted trees beside a straight line: a sum of small decision trees over named features, and of the features
 * themselves by their slopes. Trees see what goes together, and are blind beyond the loudest cases they were
 * shown; the line goes on rising there.
 * Reference: Friedman 2001, "Greedy function approximation: a gradient boosting machine".
 * Cost: trees × depth comparisons, one product a feature.
 */
export interface Trees {
  /** Names of the features, in the order of the indexes used below. */
  readonly features: readonly string[]
  readonly bias: number
  /** One per feature; absent where there is no line. */
  readonly slopes?: readonly number[]
  readonly trees: readonly Tree[]
}

/** A leaf's value, or a fork: left where the feature is at most the threshold, else right. */
export type Tree = number | Fork
type Fork = readonly [feature: number, threshold: number, left: Tree, right: Tree]

/**
 * The model's log odds for a row.
 *
 * @param row the features in the model's order, as float32: thresholds lie between float32 values
 */
export function sumTrees(model: Trees, row: Float32Array): number {
  let sum = model.bias
  const { slopes } = model
  if (slopes)
    for (let feature = 0; feature < slopes.length; feature++) sum += slopes[feature]! * row[feature]!
  for (const tree of model.trees) sum += leafOf(tree, row)
  return sum
}

/** The value of the leaf that a row falls into. */
function leafOf(tree: Tree, row: Float32Array): number {
  let at = tree
  while (typeof at !== 'number') at = row[at[0]]! <= at[1] ? at[2] : at[3]
  return at
}
