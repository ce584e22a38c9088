/** The share of a venue's published budget that we use at most. */
const share = 0.25

/** A token bucket over a venue's request weight. */
export interface Budget {
  /** Spends the weight if it is there; false means: not now. */
  spend(weight: number, now: number): boolean
}

/**
 * @param published the venue's own limit: `weight` per `perMs`
 */
export function createBudget(published: { readonly weight: number; readonly perMs: number }): Budget {
  const capacity = published.weight * share
  let tokens = capacity
  let at = 0
  return {
    spend(weight, now) {
      tokens = Math.min(capacity, tokens + (Math.max(0, now - at) * capacity) / published.perMs)
      at = now
      if (weight > tokens) return false
      tokens -= weight
      return true
    },
  }
}
