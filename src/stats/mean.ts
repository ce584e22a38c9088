/**
 * Mean: an exponentially weighted mean that is an ordinary mean while it is young.
 * Without the second half the first value would weigh like a whole half-life of history.
 * Reference: EWMA with weight max(α, 1 / (1 + n)). Cost: two multiplications a value.
 */
export interface Mean {
  value: number
  /** Values so far; a seed may count as several. */
  n: number
}

/** A mean that has seen nothing: its value is 0. */
export function emptyMean(): Mean {
  return { value: 0, n: 0 }
}

/** Takes one value. `alpha` is the weight of a value once the mean is grown, see decay.ts. */
export function pushMean(mean: Mean, x: number, alpha: number): void {
  const weight = Math.max(alpha, 1 / (1 + mean.n))
  mean.value += weight * (x - mean.value)
  mean.n++
}

/** Takes `times` zeros at once: what a silent pair sends. Equal to pushing them one by one. */
export function pushZeros(mean: Mean, times: number, alpha: number): void {
  // While young the weight is 1/(1+n): n zeros in a row multiply to n₀/(n₀+k).
  const young = Math.min(times, Math.max(0, Math.ceil(1 / alpha - 1 - mean.n)))
  if (young > 0) mean.value *= mean.n / (mean.n + young)
  mean.value *= (1 - alpha) ** (times - young)
  mean.n += times
}
