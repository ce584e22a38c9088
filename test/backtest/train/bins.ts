/** A feature cut into at most 64 bins: `codes[i]` is the bin of row i, bin b holds values at most `edges[b]`. */
export interface Bins {
  readonly codes: Uint8Array
  /** Ascending; the last bin has no edge. */
  readonly edges: readonly number[]
}

const most = 64

/** Cuts a column at its quantiles. An edge lies halfway between two values that occur, so that no rounding moves a row across it. */
export function binsOf(column: Float32Array): Bins {
  const sorted = Float32Array.from(column).sort()
  const edges: number[] = []
  for (let b = 1; b < most; b++) {
    const at = Math.floor((b * sorted.length) / most)
    const value = sorted[at]!
    let next = at
    while (next < sorted.length && sorted[next] === value) next++
    if (next === sorted.length) break
    const edge = Math.fround((value + sorted[next]!) / 2)
    if (edges.length === 0 || edge > edges[edges.length - 1]!) edges.push(edge)
  }
  const codes = Uint8Array.from(column, (value) => {
    let low = 0
    let high = edges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (value <= edges[middle]!) high = middle
      else low = middle + 1
    }
    return low
  })
  return { codes, edges }
}
