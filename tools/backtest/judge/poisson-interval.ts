const Z = 1.959963984540054

/**
 * 95 % confidence interval of the expectation of a count.
 *
 * Source: Byar's approximation, Breslow & Day, "Statistical methods in cancer research" II, 1987, p. 69.
 */
export function poissonInterval(count: number): readonly [number, number] {
  const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3
  const above = count + 1
  return [low, above * (1 - 1 / (9 * above) + Z / (3 * Math.sqrt(above))) ** 3]
}
