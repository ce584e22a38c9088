/**
 * Line: evenly spaced prices of bounded number, whatever the duration. When it is full, every second point is
 * removed and the spacing doubles, so an episode of a minute and one of a day need the same memory.
 * Reference: halving decimation. Cost: O(1) amortised.
 */
export interface Line {
  values: number[]
  stepMs: number
  /** Time of the first value, ms. */
  beganAt: number
}

/** A line that starts at a time (ms) with a price. */
export function beginLine(at: number, value: number, stepMs: number): Line {
  return { values: [value], stepMs, beganAt: at }
}

/** Adds the price at a time (ms). Steps without data repeat the previous value; a step holds its latest price. */
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
