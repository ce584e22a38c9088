/**
 * The lowest (or highest) value of a sliding window, by a monotonic queue: what a later value undercuts can never be
 * the lowest again. Cost: constant on average. Source: Lemire 2006, https://arxiv.org/abs/cs/0610046
 */
export interface WindowExtreme {
  /** 1: the lowest; −1: the highest. */
  readonly sign: 1 | -1
  readonly windowMs: number
  readonly at: number[]
  readonly values: number[]
  /** Index of the extreme. */
  head: number
}

/** Removed entries are dropped from the arrays once there are so many. */
const maxRemoved = 1024

/** @param sign 1 for the lowest, −1 for the highest value */
export function createWindowExtreme(sign: 1 | -1, windowMs: number): WindowExtreme {
  return { sign, windowMs, at: [], values: [], head: 0 }
}

/** Adds a value; times (ms) must not decrease. */
export function addToWindow(window: WindowExtreme, at: number, value: number): void {
  const { sign, values } = window
  while (values.length > window.head && sign * values.at(-1)! >= sign * value) {
    values.pop()
    window.at.pop()
  }
  values.push(value)
  window.at.push(at)
  while (window.at[window.head]! <= at - window.windowMs) window.head++
  if (window.head < maxRemoved) return
  values.splice(0, window.head)
  window.at.splice(0, window.head)
  window.head = 0
}

/** The extreme and when it was, ms; null before the first value. */
export function extremeOf({ at, values, head }: WindowExtreme): { at: number; value: number } | null {
  const value = values[head]
  return value === undefined ? null : { at: at[head]!, value }
}
