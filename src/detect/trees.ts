/**
 * Boosted trees: a sum of small decision trees over named features.
 * Reference: Friedman 2001, "Greedy function approximation: a gradient boosting machine".
 * Cost: trees × depth comparisons.
 */
export interface Trees {
  /** Names of the features, in the order of the indexes used below. */
  readonly features: readonly string[]
  readonly bias: number
  readonly trees: readonly Tree[]
}

/**
 * One tree as parallel lists of its inner nodes: go left where the feature is at most the threshold.
 * A child that is negative is leaf −child − 1.
 */
export interface Tree {
  readonly feature: readonly number[]
  readonly threshold: readonly number[]
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly leaf: readonly number[]
}

/** The leaf that a row falls into. `row` holds the features in the model's order. */
export function leafOf(tree: Tree, row: ArrayLike<number>): number {
  let node = tree.feature.length > 0 ? 0 : -1
  while (node >= 0) {
    node = row[tree.feature[node]!]! <= tree.threshold[node]! ? tree.left[node]! : tree.right[node]!
  }
  return -node - 1
}

/** The model's log odds for a row. */
export function sumTrees(model: Trees, row: ArrayLike<number>): number {
  let sum = model.bias
  for (const tree of model.trees) sum += tree.leaf[leafOf(tree, row)]!
  return sum
}
