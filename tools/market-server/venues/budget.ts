/** Counts what a caller spends within windows of wall time. */
export interface Budget {
  /** Seconds (whole, at least 1) to wait where it was too much; 0 where it was not. */
  charge(weight: number): number
}

/** Opens a budget of `weight` per `perMs` of wall time; what comes beyond it within a window is refused. */
export function openBudget(wall: () => number, weight: number, perMs: number): Budget {
  let window = NaN
  let used = 0
  return {
    charge(asked) {
      const now = wall()
      if (!(now - window < perMs)) {
        window = now
        used = 0
      }
      used += asked
      return used <= weight ? 0 : Math.max(1, Math.ceil((window + perMs - now) / 1_000))
    },
  }
}
