import type { Tree } from '../../../src/detect/score/tree.ts'
import { bestSplit, leafValue, type TreeNode, type Derivatives, type Split, sumOf } from './best-split.ts'
import type { Bins } from './bins.ts'
import type { Growth, Monotone } from './growth.ts'
import { roundSignificant } from '../round-significant.ts'

/** A node while the tree grows: a leaf until it is split. */
interface GrowingNode extends TreeNode {
  readonly value: number
  readonly split: Split | null
  fork: { readonly split: Split; readonly left: GrowingNode; readonly right: GrowingNode } | null
}

/**
 * Grows one tree leaf by leaf, highest gain first, and adds its leaf values to the scores of the rows.
 * Reference: Ke et al. 2017 (LightGBM): leaf-wise growth, bounds of monotone features as its "basic" method.
 */
export function growTree(
  bins: readonly Bins[],
  slopes: Derivatives,
  score: Float64Array,
  monotone: Monotone,
  growth: Growth,
): Tree {
  const grow = (rows: Int32Array, low: number, high: number): GrowingNode => {
    const { g, h } = sumOf(rows, slopes)
    const node = { rows, low, high }
    const value = leafValue(node, g, h, growth.l2)
    return { ...node, value, split: bestSplit(node, bins, slopes, monotone, growth), fork: null }
  }
  const root = grow(
    Int32Array.from(score, (_, row) => row),
    -Infinity,
    Infinity,
  )
  let leaves = [root]
  while (leaves.length < growth.leaves) {
    const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a))
    const { split, rows } = best
    if (!split) break
    const { codes } = bins[split.feature]!
    const middle = (split.left + split.right) / 2
    const bound = monotone[split.feature]!
    const left = grow(
      rows.filter((row) => codes[row]! <= split.bin),
      bound < 0 ? Math.max(best.low, middle) : best.low,
      bound > 0 ? Math.min(best.high, middle) : best.high,
    )
    const right = grow(
      rows.filter((row) => codes[row]! > split.bin),
      bound > 0 ? Math.max(best.low, middle) : best.low,
      bound < 0 ? Math.min(best.high, middle) : best.high,
    )
    best.fork = { split, left, right }
    leaves = leaves.flatMap((leaf) => (leaf === best ? [left, right] : [leaf]))
  }
  for (const leaf of leaves) for (const row of leaf.rows) score[row]! += stepOf(leaf, growth)
  return treeOf(root, bins, growth)
}

function treeOf(node: GrowingNode, bins: readonly Bins[], growth: Growth): Tree {
  if (!node.fork) return stepOf(node, growth)
  const { split, left, right } = node.fork
  return [
    split.feature,
    bins[split.feature]!.edges[split.bin]!,
    treeOf(left, bins, growth),
    treeOf(right, bins, growth),
  ]
}

/** Three digits: the next tree is fitted on top, so rounding is compensated. */
function stepOf({ value }: GrowingNode, { rate }: Growth): number {
  return roundSignificant(value * rate, 3)
}
