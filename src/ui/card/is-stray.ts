import type { StrayPrint } from '../../market/episode.ts'

/** Whether a price is on the stray print's side of the geometric mean of that print and the market. */
export function isStray(price: number, print: StrayPrint | null): boolean {
  if (!print || print.price <= 0 || print.reference <= 0) return false
  const middle = Math.sqrt(print.price * print.reference)
  return print.price > print.reference ? price > middle : price < middle
}
