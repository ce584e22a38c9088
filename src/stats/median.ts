/**
 * Median by quickselect. Reorders `values` in place (callers pass a scratch array).
 * Reference: Hoare 1961, "Algorithm 65: find". Cost: linear on average.
 *
 * @param values any order; the first `size` are used
 * @returns the lower median; 0 for an empty list: callers compute a drift, and none is known
 */
export function median(values: Float64Array, size: number): number {
  if (size === 0) return 0
  const k = (size - 1) >> 1
  let left = 0
  let right = size - 1
  while (left < right) {
    const pivot = values[(left + right) >> 1]!
    let i = left
    let j = right
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (values[j]! > pivot) j--
      if (i <= j) {
        const swap = values[i]!
        values[i++] = values[j]!
        values[j--] = swap
      }
    }
    if (k <= j) right = j
    else if (k >= i) left = i
    else break
  }
  return values[k]!
}
