import { grown } from './column.ts'

/**
 * Means: an exponentially weighted mean per row that is an ordinary mean while it is young.
 * Without the second half the first value would weigh like a whole half-life of history.
 * Reference: EWMA with weight max(α, 1 / (1 + n)). Cost: two multiplications a value.
 */
export interface Means {
  value: Float64Array
  /** Values so far; a seed may count as several. */
  n: Int32Array
}

/** Means of no rows yet: one that has seen nothing is 0. */
export function emptyMeans(): Means {
  return { value: new Float64Array(0), n: new Int32Array(0) }
}

/** Makes room for so many rows. @param value, n what a new one begins with */
export function growMeans(means: Means, rows: number, value = 0, n = 0): void {
  means.value = grown(means.value, rows, value)
  means.n = grown(means.n, rows, n)
}

/** Takes one value. `alpha` is the weight of a value once the mean is grown, see decay.ts. */
export function pushMean({ value, n }: Means, row: number, x: number, alpha: number): void {
  const weight = Math.max(alpha, 1 / (1 + n[row]!))
  value[row]! += weight * (x - value[row]!)
  n[row]!++
}

/** Takes `times` zeros at once: what a silent pair sends. Equal to pushing them one by one. */
export function pushZeros({ value, n }: Means, row: number, times: number, alpha: number): void {
  // While young the weight is 1/(1+n): n zeros in a row multiply to n₀/(n₀+k).
  const known = n[row]!
  const young = Math.min(times, Math.max(0, Math.ceil(1 / alpha - 1 - known)))
  if (young > 0) value[row]! *= known / (known + young)
  value[row]! *= (1 - alpha) ** (times - young)
  n[row]! += times
}
