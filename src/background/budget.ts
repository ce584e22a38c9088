/** The share of a venue's published budget that we use at most. */
const share = 0.25

/** What may still be asked of a venue. */
export interface Budget {
  /** Spends the weight if it is there; false means: not now. */
  spend(weight: number, now: number): boolean
}

/** A request and until when it counts; wall clock, ms. */
interface Spent {
  readonly weight: number
  readonly until: number
}

/**
 * Counts what was spent: in no stretch of `perMs` it is more than our share. A single request dearer than all of
 * that is sent when nothing else was, and counts for as long as its weight would take to come back.
 *
 * @param published the venue's own limit: `weight` per `perMs`; `whole` where all of it is ours
 */
export function createBudget(published: {
  readonly weight: number
  readonly perMs: number
  readonly whole?: true
}): Budget {
  const most = published.weight * (published.whole ? 1 : share)
  let spent: readonly Spent[] = []
  let lastAt = 0
  return {
    spend(weight, now) {
      // A clock that is put back gives nothing away, and holds nothing up: time goes on from there.
      const back = Math.max(0, lastAt - now)
      lastAt = now
      if (back > 0) spent = spent.map((each) => ({ ...each, until: each.until - back }))
      spent = spent.filter(({ until }) => now < until)
      const sum = spent.reduce((total, each) => total + each.weight, 0)
      if (spent.length > 0 && sum + weight > most) return false
      spent = [...spent, { weight, until: now + published.perMs * Math.max(1, weight / most) }]
      return true
    },
  }
}
