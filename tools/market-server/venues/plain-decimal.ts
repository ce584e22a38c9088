/**
 * A number as venues write it: no exponent, no binary rounding noise, no trailing zeros. `1e-8` is `0.00000001`.
 */
export function plainDecimal(value: number): string {
  // So short a text has no noise to be rounded away.
  const short = String(value)
  if (short.length <= 12 && !short.includes('e')) return short
  const digits = value === 0 ? 0 : Math.max(0, Math.min(20, 11 - Math.floor(Math.log10(Math.abs(value)))))
  const written = value.toFixed(digits)
  return written.includes('.') ? written.replace(/\.?0+$/, '') : written
}
