import type { Tree } from './tree.ts'

/** Trees as typed arrays of nodes, each left branch right after its fork: a few kilobytes, read in sequence. */
export interface FlatTrees {
  /** Index of the root of each tree. */
  readonly roots: Int32Array
  /** Feature index of a fork; −1 for a leaf. */
  readonly features: Int8Array
  /** Threshold of a fork, value of a leaf. */
  readonly values: Float64Array
  /** Index of a fork's right branch. */
  readonly rights: Int32Array
}

/** Flattens trees into typed arrays. */
export function flatten(trees: readonly Tree[]): FlatTrees {
  const features: number[] = []
  const values: number[] = []
  const rights: number[] = []
  const append = (tree: Tree): number => {
    const at = features.length
    if (typeof tree === 'number') {
      features.push(-1)
      values.push(tree)
      rights.push(0)
      return at
    }
    const [feature, threshold, left, right] = tree
    features.push(feature)
    values.push(threshold)
    rights.push(0)
    append(left)
    rights[at] = append(right)
    return at
  }
  const roots = Int32Array.from(trees, append)
  return {
    roots,
    features: Int8Array.from(features),
    values: Float64Array.from(values),
    rights: Int32Array.from(rights),
  }
}
