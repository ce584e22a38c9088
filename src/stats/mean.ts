import { growColumn, pickRows } from './column.ts'

/**
 * Means: an exponentially weighted mean per row that starts as an ordinary mean. Otherwise the first value would
 * have the weight of a whole half-life of history.
 * Reference: EWMA with weight max(α, 1 / (1 + n)). Cost: two multiplications per value.
 */
export interface Means {
  value: Float64Array
  /** Number of values so far; an initial value may count as several. */
  n: Int32Array
}

/** Means without rows. A mean without values is 0. */
export function emptyMeans(): Means {
  return { value: new Float64Array(0), n: new Int32Array(0) }
}

/** Grows to a number of rows; new ones begin with `value`, counting as `n` values. */
export function growMeans(means: Means, rows: number, value = 0, n = 0): void {
  means.value = growColumn(means.value, rows, value)
  means.n = growColumn(means.n, rows, n)
}

/** Keeps these rows alone, in this order. */
export function keepMeans(means: Means, rows: readonly number[]): void {
  means.value = pickRows(means.value, rows)
  means.n = pickRows(means.n, rows)
}

/** Adds one value. `alpha` is its weight once there are 1/alpha values, see decay.ts. */
export function pushMean({ value, n }: Means, row: number, x: number, alpha: number): void {
  const weight = Math.max(alpha, 1 / (1 + n[row]!))
  value[row]! += weight * (x - value[row]!)
  n[row]!++
}

/** Adds `times` zeros at once, for a silent pair. Equal to pushing them one by one. */
export function pushZeros({ value, n }: Means, row: number, times: number, alpha: number): void {
  // As an ordinary mean the weight is 1/(1+n): k zeros after n₀ values multiply it by n₀/(n₀+k).
  const known = n[row]!
  const young = Math.min(times, Math.max(0, Math.ceil(1 / alpha - 1 - known)))
  if (young > 0) value[row]! *= known / (known + young)
  value[row]! *= (1 - alpha) ** (times - young)
  n[row]! += times
}
