/**
 * Line: an evenly spaced price line with a bounded number of points for any duration. When it is full, every
 * second point is dropped and the spacing doubles: an episode of a day costs no more than one of a minute.
 * Reference: halving decimation. Cost: O(1) amortised.
 */
export interface Line {
  values: number[]
  stepMs: number
  /** Time of the first value, ms. */
  beganAt: number
}

/** Begins a line at a time (ms) with one price. */
export function beginLine(at: number, value: number, stepMs: number): Line {
  return { values: [value], stepMs, beganAt: at }
}

/** Adds the price at a time (ms). A step shows its latest price; silent steps repeat the previous one. */
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
