/** More decimals than any venue quotes: a number with more was computed, not traded. */
const MOST = 10

/** Decimals written in a number's shortest form: 0.00007104 → 8. */
function written(value: number): number {
  const [digits = '', exponent = '0'] = value.toString().split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}

/**
 * The decimals a venue quotes a pair with, read off its prices: the longest of them, since a
 * number forgets its trailing zeros. Computed values (more than 10 decimals) do not count.
 */
export function decimalsOf(prices: readonly number[]): number {
  const traded = prices.map(written).filter((decimals) => decimals <= MOST)
  return traded.length === 0 ? 8 : Math.max(...traded)
}
