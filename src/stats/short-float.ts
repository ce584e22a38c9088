/**
 * Short float: a non-negative number in 16 bits with an error of at most 0.2 % over the range of a float32. For
 * sums of which thousands are stored and few are ever read.
 * Reference: bfloat16, the upper half of an IEEE 754 single. Cost: a store and a load.
 */
const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)

/** Larger numbers may not be finite as a float32. */
const maxValue = 3e38

/** Rounds `x` (at least 0) to the nearest short float; too large numbers are clamped. */
export function toShortFloat(x: number): number {
  float[0] = Math.min(x, maxValue)
  return (bits[0]! + 0x8000) >>> 16
}

/** The number that a short float represents. */
export function fromShortFloat(short: number): number {
  bits[0] = short << 16
  return float[0]!
}
