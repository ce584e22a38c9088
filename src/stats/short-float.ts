/**
 * Short float: a non-negative number in 16 bits, accurate to 0.4 % (1/256) over the range of a float32. For sums
 * that are stored by the thousand and rarely read.
 * Reference: bfloat16, the upper half of an IEEE 754 single. Cost: one store and one load.
 */
const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)

/** Near the largest finite float32. */
const maxFloat = 3e38

/** Nearest short float. @param x at least 0; clamped to the largest finite value */
export function toShort(x: number): number {
  float[0] = Math.min(x, maxFloat)
  return (bits[0]! + 0x8000) >>> 16
}

/** Value of a short float. */
export function fromShort(short: number): number {
  bits[0] = short << 16
  return float[0]!
}
