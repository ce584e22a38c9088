import { agreedMedian } from './agreed-median.ts'

/** A current price of one asset in another. */
export interface Cross {
  readonly base: string
  readonly quote: string
  readonly price: number
  /** Until when the price counts, ms. */
  readonly validUntil: number
}

/** Value of one unit of an asset, in the numeraire. */
export interface CrossValue {
  readonly value: number
  /** Ms, by the clock of the crosses. */
  readonly validUntil: number
}

/**
 * Values assets by crosses, breadth first from the numeraire: each by the median of the crosses that reach it in the
 * fewest steps. What no cross reaches, or of which the crosses disagree without a majority, stays unknown.
 *
 * @param validUntil until when the numeraire itself counts, ms
 * @param tolerance log distance from the median up to which crosses agree
 */
export function valueByCrosses(
  crosses: readonly Cross[],
  numeraire: string,
  validUntil: number,
  tolerance: number,
): Map<string, CrossValue> {
  const values = new Map<string, CrossValue>([[numeraire, { value: 1, validUntil }]])
  while (valueNeighbours(crosses, values, tolerance));
  return values
}

/** Values the assets one step away from known ones. Returns whether there were any. */
function valueNeighbours(
  crosses: readonly Cross[],
  known: Map<string, CrossValue>,
  tolerance: number,
): boolean {
  const found = new Map<string, CrossValue[]>()
  const add = (asset: string, value: number, validUntil: number) => {
    const list = found.get(asset)
    if (list) list.push({ value, validUntil })
    else found.set(asset, [{ value, validUntil }])
  }
  for (const { base, quote, price, validUntil } of crosses) {
    const [baseValue, quoteValue] = [known.get(base), known.get(quote)]
    if (baseValue && !quoteValue)
      add(quote, baseValue.value / price, Math.min(validUntil, baseValue.validUntil))
    else if (quoteValue && !baseValue)
      add(base, quoteValue.value * price, Math.min(validUntil, quoteValue.validUntil))
  }
  let isExtended = false
  for (const [asset, list] of found) {
    const median = agreedMedian(
      list.map(({ value }) => value),
      tolerance,
    )
    if (!median) continue
    known.set(asset, { value: median.value, validUntil: Math.max(...list.map((each) => each.validUntil)) })
    isExtended = true
  }
  return isExtended
}
