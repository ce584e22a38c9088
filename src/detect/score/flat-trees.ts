import type { Tree } from './tree.ts'

/** Trees as columns, node after node, the left branch right behind its fork: walked without leaving a few kilobytes. */
export interface FlatTrees {
  /** Where each tree begins. */
  readonly roots: Int32Array
  /** The feature a fork asks for; −1 for a leaf. */
  readonly features: Int8Array
  /** A fork's threshold, or a leaf's value. */
  readonly values: Float64Array
  /** Where a fork's right branch begins. */
  readonly rights: Int32Array
}

/** Lays trees out flat. */
export function flatten(trees: readonly Tree[]): FlatTrees {
  const features: number[] = []
  const values: number[] = []
  const rights: number[] = []
  const lay = (tree: Tree): number => {
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
    lay(left)
    rights[at] = lay(right)
    return at
  }
  const roots = Int32Array.from(trees, lay)
  return {
    roots,
    features: Int8Array.from(features),
    values: Float64Array.from(values),
    rights: Int32Array.from(rights),
  }
}
