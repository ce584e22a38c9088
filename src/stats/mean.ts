import { growColumn } from './column.ts'

/**
 * Means: an exponentially weighted moving average per row that starts as an arithmetic mean. Otherwise the first
 * value would weigh as much as a whole half-life of history.
 * Reference: EWMA with weight max(α, 1 / (1 + n)). Cost: two multiplications per value.
 */
export interface Means {
  value: Float64Array
  /** Number of values so far; an initial value may count as several. */
  n: Int32Array
}

/** Means with no rows. */
export function emptyMeans(): Means {
  return { value: new Float64Array(0), n: new Int32Array(0) }
}

/**
 * Grows to a number of rows.
 *
 * @param value initial mean of a new row
 * @param n number of values the initial mean counts as
 */
export function growMeans(means: Means, rows: number, value = 0, n = 0): void {
  means.value = growColumn(means.value, rows, value)
  means.n = growColumn(means.n, rows, n)
}

/** Adds one value. `alpha`: weight of a new value after the initial phase, see decay.ts. */
export function pushMean({ value, n }: Means, row: number, x: number, alpha: number): void {
  const weight = Math.max(alpha, 1 / (1 + n[row]!))
  value[row]! += weight * (x - value[row]!)
  n[row]!++
}

/** Adds `times` zeros at once, for a pair without trades. Same result as pushing them one by one. */
export function pushZeros({ value, n }: Means, row: number, times: number, alpha: number): void {
  // In the initial phase the weight is 1/(1+n): k zeros multiply the mean by n₀/(n₀+k).
  const known = n[row]!
  const young = Math.min(times, Math.max(0, Math.ceil(1 / alpha - 1 - known)))
  if (young > 0) value[row]! *= known / (known + young)
  value[row]! *= (1 - alpha) ** (times - young)
  n[row]! += times
}
