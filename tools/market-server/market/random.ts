/** A seeded random stream. Each process owns one, so that no process disturbs another. */
export interface Random {
  /** Uniform in (0, 1). */
  next(): number
}

/** FNV-1a: a 32-bit seed from words and numbers. */
export function seedOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const char of parts.join('/')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  }
  return hash >>> 0
}

/** mulberry32 (Tommy Ettinger): 2^32 period, fast, good enough for a simulated market. */
export function random(seed: number): Random {
  let state = seed >>> 0
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296
    },
  }
}

/** Exponential with mean 1. */
export const exponential = (chance: Random): number => -Math.log(chance.next())

/** Standard normal (Box–Muller, one of the pair). */
export const normal = (chance: Random): number =>
  Math.sqrt(-2 * Math.log(chance.next())) * Math.cos(2 * Math.PI * chance.next())

/** Log-normal with mean 1 and the given standard deviation of its logarithm. */
export const logNormal = (chance: Random, sigma: number): number =>
  Math.exp(sigma * normal(chance) - (sigma * sigma) / 2)

/**
 * Student's t with 4 degrees of freedom scaled to variance 1, cut at 8: the heavy tail of
 * short returns. Bailey (1994), Polar generation of random variates with the t-distribution.
 */
export function heavyTailed(chance: Random): number {
  const radius = Math.sqrt(4 * (1 / Math.sqrt(chance.next()) - 1))
  const value = (radius * Math.cos(2 * Math.PI * chance.next())) / Math.SQRT2
  return Math.max(-8, Math.min(8, value))
}

/** Number of successes before the first failure: mean p / (1 − p). */
export const geometric = (chance: Random, p: number): number =>
  p <= 0 ? 0 : Math.floor(Math.log(chance.next()) / Math.log(p))
