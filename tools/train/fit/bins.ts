import { roundSignificant } from '../round-significant.ts'

/** A feature cut into at most 64 bins: `codes[i]` is the bin of row i, bin b holds values at most `edges[b]`. */
export interface Bins {
  readonly codes: Uint8Array
  /** Ascending; the last bin has no edge. */
  readonly edges: readonly number[]
}

export const maxBins = 64

/**
 * Splits a column at its quantiles. An edge lies between two values that occur, so that rounding moves no row
 * across it, and has as few digits as fit that gap.
 */
export function binsOf(column: Float32Array): Bins {
  const sorted = Float32Array.from(column).sort()
  const edges: number[] = []
  for (let b = 1; b < maxBins; b++) {
    const at = Math.floor((b * sorted.length) / maxBins)
    const next = firstAbove(sorted, at)
    if (next === null) break
    const edge = between(sorted[at]!, next)
    if (edges.length === 0 || edge > edges[edges.length - 1]!) edges.push(edge)
  }
  return { codes: Uint8Array.from(column, (value) => codeOf(edges, value)), edges }
}

/** The shortest decimal number from `low` (included: rows at most the edge go left) up to `high`. */
export function between(low: number, high: number): number {
  for (let digits = 2; digits < 12; digits++) {
    const edge = roundSignificant((low + high) / 2, digits)
    if (edge >= low && edge < high) return edge
  }
  return low
}

function firstAbove(sorted: Float32Array, at: number): number | null {
  let next = at
  while (next < sorted.length && sorted[next] === sorted[at]) next++
  return sorted[next] ?? null
}

function codeOf(edges: readonly number[], value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= edges[middle]!) high = middle
    else low = middle + 1
  }
  return low
}
