import type { Tree, Trees } from '../../../src/detect/trees.ts'
import { type Bins, binsOf } from './bins.ts'

/** How trees are grown. */
export interface Growth {
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  readonly l2: number
  /** Rows a leaf needs at least. */
  readonly least: number
}

/** Rows to learn from: features by column, a label and a weight each. */
export interface Table {
  readonly names: readonly string[]
  /** One column per feature. */
  readonly columns: readonly Float32Array[]
  readonly label: Uint8Array
  readonly weight: Float64Array
}

/** −1, 0, 1 per feature: a louder sign must never lower the score. */
export type Monotone = readonly (-1 | 0 | 1)[]

interface Leaf {
  readonly rows: Int32Array
  readonly low: number
  readonly high: number
  /** Index of the inner node that points here and on which side; null for the root. */
  readonly parent: { node: number; side: 'left' | 'right' } | null
  split: Split | null
  readonly value: number
}

interface Split {
  readonly feature: number
  readonly bin: number
  readonly gain: number
  readonly left: number
  readonly right: number
}

/**
 * Gradient boosting with the logistic loss, histogram splits, leaf-wise growth and monotone bounds.
 * Reference: Friedman 2001; Ke et al. 2017 (LightGBM) for leaf-wise growth; bounds as its "basic" method.
 * Deterministic: nothing is sampled.
 */
export function boost(table: Table, monotone: Monotone, growth: Growth): Trees {
  const size = table.label.length
  const bins = table.columns.map((column) => binsOf(column))
  let positive = 0
  let all = 0
  for (let i = 0; i < size; i++) {
    all += table.weight[i]!
    if (table.label[i]) positive += table.weight[i]!
  }
  const bias = Math.log(positive / (all - positive))
  const score = new Float64Array(size).fill(bias)
  const gradient = new Float64Array(size)
  const hessian = new Float64Array(size)
  const trees: Tree[] = []
  for (let round = 0; round < growth.trees; round++) {
    for (let i = 0; i < size; i++) {
      const p = 1 / (1 + Math.exp(-score[i]!))
      gradient[i] = table.weight[i]! * (p - table.label[i]!)
      hessian[i] = table.weight[i]! * p * (1 - p)
    }
    const { tree, rows } = grow(bins, gradient, hessian, monotone, growth)
    trees.push(tree)
    rows.forEach((inside, leaf) => {
      for (const i of inside) score[i]! += tree.leaf[leaf]!
    })
  }
  return { features: table.names, bias, trees }
}

function grow(
  bins: readonly Bins[],
  gradient: Float64Array,
  hessian: Float64Array,
  monotone: Monotone,
  growth: Growth,
): { tree: Tree; rows: readonly Int32Array[] } {
  const all = Int32Array.from(gradient, (_, i) => i)
  const open: Leaf[] = []
  const add = (rows: Int32Array, low: number, high: number, parent: Leaf['parent']) => {
    const value = clamp(weightOf(rows, gradient, hessian, growth.l2), low, high)
    const leaf: Leaf = { rows, low, high, parent, split: null, value }
    leaf.split = bestSplit(leaf, bins, gradient, hessian, monotone, growth)
    open.push(leaf)
  }
  add(all, -Infinity, Infinity, null)
  const tree = { feature: [] as number[], threshold: [] as number[], left: [] as number[], right: [] as number[] }
  while (open.length < growth.leaves) {
    const best = open.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a))
    const { split } = best
    if (!split || split.gain <= 1e-9) break
    open.splice(open.indexOf(best), 1)
    const node = tree.feature.length
    if (best.parent) tree[best.parent.side][best.parent.node] = node
    const { edges, codes } = bins[split.feature]!
    tree.feature.push(split.feature)
    tree.threshold.push(edges[split.bin]!)
    tree.left.push(0)
    tree.right.push(0)
    const middle = (split.left + split.right) / 2
    const bound = monotone[split.feature]!
    add(
      best.rows.filter((i) => codes[i]! <= split.bin),
      bound < 0 ? Math.max(best.low, middle) : best.low,
      bound > 0 ? Math.min(best.high, middle) : best.high,
      { node, side: 'left' },
    )
    add(
      best.rows.filter((i) => codes[i]! > split.bin),
      bound > 0 ? Math.max(best.low, middle) : best.low,
      bound < 0 ? Math.min(best.high, middle) : best.high,
      { node, side: 'right' },
    )
  }
  open.forEach((leaf, index) => {
    if (leaf.parent) tree[leaf.parent.side][leaf.parent.node] = -index - 1
  })
  return {
    tree: { ...tree, leaf: open.map((leaf) => leaf.value * growth.rate) },
    rows: open.map((leaf) => leaf.rows),
  }
}

function bestSplit(
  leaf: Leaf,
  bins: readonly Bins[],
  gradient: Float64Array,
  hessian: Float64Array,
  monotone: Monotone,
  growth: Growth,
): Split | null {
  const { rows, low, high } = leaf
  if (rows.length < 2 * growth.least) return null
  let totalG = 0
  let totalH = 0
  for (const i of rows) {
    totalG += gradient[i]!
    totalH += hessian[i]!
  }
  const gainOf = (g: number, h: number, value: number) => -(g * value + ((h + growth.l2) * value * value) / 2)
  const before = gainOf(totalG, totalH, leaf.value)
  const g = new Float64Array(64)
  const h = new Float64Array(64)
  const n = new Int32Array(64)
  let best: Split | null = null
  for (let f = 0; f < bins.length; f++) {
    const { codes, edges } = bins[f]!
    g.fill(0)
    h.fill(0)
    n.fill(0)
    for (let k = 0; k < rows.length; k++) {
      const i = rows[k]!
      const code = codes[i]!
      g[code]! += gradient[i]!
      h[code]! += hessian[i]!
      n[code]!++
    }
    let [leftG, leftH, leftN] = [0, 0, 0]
    for (let bin = 0; bin < edges.length; bin++) {
      leftG += g[bin]!
      leftH += h[bin]!
      leftN += n[bin]!
      if (leftN < growth.least || rows.length - leftN < growth.least) continue
      const left = clamp(-leftG / (leftH + growth.l2), low, high)
      const right = clamp(-(totalG - leftG) / (totalH - leftH + growth.l2), low, high)
      if ((right - left) * monotone[f]! < 0) continue
      const gain = gainOf(leftG, leftH, left) + gainOf(totalG - leftG, totalH - leftH, right) - before
      if (gain > (best?.gain ?? 0)) best = { feature: f, bin, gain, left, right }
    }
  }
  return best
}

function weightOf(rows: Int32Array, gradient: Float64Array, hessian: Float64Array, l2: number): number {
  let g = 0
  let h = 0
  for (const i of rows) {
    g += gradient[i]!
    h += hessian[i]!
  }
  return -g / (h + l2)
}

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x))
}
