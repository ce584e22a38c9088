/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054

/**
 * 95 % interval of a proportion. Unlike the textbook interval it stays within 0…1 and is accurate near the ends,
 * where recall usually is.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 1927.
 * @returns null where there is nothing to take a proportion of
 */
export function wilsonInterval(hits: number, of: number): readonly [number, number] | null {
  if (of === 0) return null
  const share = hits / of
  const widen = 1 + Z ** 2 / of
  const middle = (share + Z ** 2 / (2 * of)) / widen
  const half = (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / widen
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}
