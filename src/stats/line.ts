/**
 * Line: an evenly spaced line of bounded length through a price, whatever its duration.
 * When it is full every second point goes and the spacing doubles, so that an episode of
 * a minute and one of a day cost the same. Reference: halving decimation. Cost: O(1) amortised.
 */
export interface Line {
  values: number[]
  stepMs: number
  /** Time of the first value, ms. */
  beganAt: number
}

/** A line that begins at a time with a price. */
export function beginLine(at: number, value: number, stepMs: number): Line {
  return { values: [value], stepMs, beganAt: at }
}

/** Takes the price at a time: silent steps in between keep the value before; a step shows its latest price. */
export function extendLine(line: Line, at: number, value: number, capacity: number): void {
  while ((at - line.beganAt) / line.stepMs >= capacity) {
    line.values = line.values.filter((_, i) => i % 2 === 0)
    line.stepMs *= 2
  }
  const to = Math.floor((at - line.beganAt) / line.stepMs)
  if (to < 0) return
  while (line.values.length <= to) line.values.push(line.values[line.values.length - 1]!)
  line.values[to] = value
}
