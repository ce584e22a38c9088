/** A middle that most of its sources agree on. */
export interface Agreed {
  readonly value: number
  /** Sources within the tolerance. */
  readonly count: number
}

/**
 * The median of what several sources say, where more than half of them are near it: two that differ do not make a
 * middle between them, they make it unknown. Cost: one sort of a handful.
 *
 * @param values positive; reordered
 * @param tolerance greatest distance from the median, log
 */
export function agreedMedian(values: number[], tolerance: number): Agreed | null {
  if (values.length === 0) return null
  values.sort((a, b) => a - b)
  const upper = values.length >> 1
  const value = values.length % 2 ? values[upper]! : Math.sqrt(values[upper - 1]! * values[upper]!)
  const count = values.filter((each) => Math.abs(Math.log(each / value)) <= tolerance).length
  return count * 2 > values.length ? { value, count } : null
}
