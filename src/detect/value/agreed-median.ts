/** A median that most of its sources agree on. */
export interface AgreedMedian {
  readonly value: number
  /** Sources within the tolerance. */
  readonly count: number
}

/**
 * The median of several sources, if more than half of them are near it. Two sources that differ have no median:
 * the result is unknown. Of an even number, the geometric mean of the middle two. Cost: one sort of a few values.
 *
 * @param values positive; reordered
 * @param tolerance maximum distance from the median, log
 * @returns null if there is no value or no majority
 */
export function agreedMedian(values: number[], tolerance: number): AgreedMedian | null {
  if (values.length === 0) return null
  values.sort((a, b) => a - b)
  const upper = values.length >> 1
  const value = values.length % 2 ? values[upper]! : Math.sqrt(values[upper - 1]! * values[upper]!)
  const count = values.filter((each) => Math.abs(Math.log(each / value)) <= tolerance).length
  return count * 2 > values.length ? { value, count } : null
}
