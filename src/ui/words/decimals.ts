/** No venue quotes more decimals: a number with more was computed, not traded. */
const maxDecimals = 10

/** Decimals of a number's shortest form: 0.00007104 → 8. */
function decimalPlaces(value: number): number {
  const [digits = '', exponent = '0'] = value.toString().split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}

/**
 * Decimals with which a venue quotes a pair: the most among its prices, since numbers drop trailing zeros.
 * Computed values (more than 10 decimals) are ignored; 8 where nothing is left.
 */
export function decimalsOf(prices: readonly number[]): number {
  const traded = prices.map(decimalPlaces).filter((decimals) => decimals <= maxDecimals)
  return traded.length === 0 ? 8 : Math.max(...traded)
}
