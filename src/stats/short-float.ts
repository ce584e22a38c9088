/**
 * Short float: a number of at least zero in 16 bits, right to a fifth of a percent over the whole range of a
 * float32. For sums of which thousands are kept and few are ever looked at.
 * Reference: bfloat16, the upper half of an IEEE 754 single. Cost: a store and a load.
 */
const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)

/** Beyond it a float32 is not finite. */
const most = 3e38

/** The nearest short float. @param x at least 0; what is too large becomes the largest */
export function toShort(x: number): number {
  float[0] = Math.min(x, most)
  return (bits[0]! + 0x8000) >>> 16
}

/** The number that a short float stands for. */
export function ofShort(short: number): number {
  bits[0] = short << 16
  return float[0]!
}
