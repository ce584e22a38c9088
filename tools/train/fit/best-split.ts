import { type Bins, maxBins } from './bins.ts'
import type { Growth, Monotone } from './growth.ts'

/** First and second derivatives of the loss by a row's score, both weighted. */
export interface Derivatives {
  readonly gradient: Float64Array
  readonly hessian: Float64Array
}

/** Rows of a node and the bounds set by monotone splits above it. */
export interface TreeNode {
  readonly rows: Int32Array
  readonly low: number
  readonly high: number
}

/** The best split of a node: rows whose bin is at most `bin` go left; with the values of both sides. */
export interface Split {
  readonly feature: number
  readonly bin: number
  readonly gain: number
  readonly left: number
  readonly right: number
}

interface DerivativeSums {
  g: number
  h: number
  n: number
}

/** The value of a leaf: a Newton step shrunk by l2, within the node's bounds. */
export function leafValue({ low, high }: TreeNode, g: number, h: number, l2: number): number {
  return Math.min(high, Math.max(low, -g / (h + l2)))
}

/** Evaluates every feature and bin by histograms. @returns null where no split gains */
export function bestSplit(
  node: TreeNode,
  bins: readonly Bins[],
  slopes: Derivatives,
  monotone: Monotone,
  growth: Growth,
): Split | null {
  if (node.rows.length < 2 * growth.minRows) return null
  const total = sumOf(node.rows, slopes)
  const gainOf = ({ g, h }: DerivativeSums, value: number) =>
    -(g * value + ((h + growth.l2) * value * value) / 2)
  const before = gainOf(total, leafValue(node, total.g, total.h, growth.l2))
  const histogram = new Float64Array(3 * maxBins)
  let best: Split | null = null
  for (let feature = 0; feature < bins.length; feature++) {
    const { codes, edges } = bins[feature]!
    fill(histogram, codes, node.rows, slopes)
    const left = { g: 0, h: 0, n: 0 }
    for (let bin = 0; bin < edges.length; bin++) {
      left.g += histogram[3 * bin]!
      left.h += histogram[3 * bin + 1]!
      left.n += histogram[3 * bin + 2]!
      const right = { g: total.g - left.g, h: total.h - left.h, n: total.n - left.n }
      if (left.n < growth.minRows || right.n < growth.minRows) continue
      const values = [
        leafValue(node, left.g, left.h, growth.l2),
        leafValue(node, right.g, right.h, growth.l2),
      ] as const
      if ((values[1] - values[0]) * monotone[feature]! < 0) continue
      const gain = gainOf(left, values[0]) + gainOf(right, values[1]) - before
      if (gain > (best?.gain ?? 1e-9)) best = { feature, bin, gain, left: values[0], right: values[1] }
    }
  }
  return best
}

function fill(
  histogram: Float64Array,
  codes: Uint8Array,
  rows: Int32Array,
  { gradient, hessian }: Derivatives,
): void {
  histogram.fill(0)
  for (const row of rows) {
    const at = 3 * codes[row]!
    histogram[at]! += gradient[row]!
    histogram[at + 1]! += hessian[row]!
    histogram[at + 2]!++
  }
}

export function sumOf(rows: Int32Array, { gradient, hessian }: Derivatives): DerivativeSums {
  const sum = { g: 0, h: 0, n: rows.length }
  for (const row of rows) {
    sum.g += gradient[row]!
    sum.h += hessian[row]!
  }
  return sum
}
