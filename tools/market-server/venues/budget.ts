/** Counts what a caller uses within windows of wall time. */
export interface Budget {
  /** Seconds (whole, at least 1) to wait where the budget is exceeded; 0 where it is not. */
  charge(cost: number): number
}

/** Opens a budget of `weight` per `perMs` of wall time; calls beyond it within a window are refused. */
export function openBudget(wall: () => number, weight: number, perMs: number): Budget {
  let window = NaN
  let used = 0
  return {
    charge(cost) {
      const now = wall()
      // A clock that was set back begins a new window: a caller must not pay for it by an hour's wait.
      if (!(now >= window && now - window < perMs)) {
        window = now
        used = 0
      }
      used += cost
      return used <= weight ? 0 : Math.max(1, Math.ceil((window + perMs - now) / 1_000))
    },
  }
}
