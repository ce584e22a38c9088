import type { RequestBudget } from '../../exchanges/exchange.ts'

/** The share of a venue's published budget that we use at most. */
const share = 0.25
/** An answer is not waited for longer than this, ms. */
const longestMs = 15_000

/** Says that what was paid for has reached the venue, or never will: its answer came, or it was given up. `now` is wall clock, ms. */
export type Arrived = (now: number) => void

/** What may still be asked of a venue. */
export interface Budget {
  /** Spends the weight if it is there; null means: not now. */
  spend(weight: number, now: number): Arrived | null
}

/** A request and until when it counts; wall clock, ms. */
interface Spent {
  readonly weight: number
  until: number
}

/**
 * Counts what was spent: in no stretch of `perMs` it is more than our share. A single request dearer than all of
 * that is sent when nothing else was, and counts for as long as its weight would take to come back.
 *
 * @param published the venue's own limit, see `RequestBudget`
 */
export function createBudget(published: RequestBudget): Budget {
  const most = published.weight * (published.useInFull ? 1 : share)
  let spent: readonly Spent[] = []
  let lastAt = 0
  return {
    spend(weight, now) {
      // A clock that is put back gives nothing away, and holds nothing up: time goes on from there.
      const back = Math.max(0, lastAt - now)
      lastAt = now
      for (const each of spent) each.until -= back
      spent = spent.filter(({ until }) => now < until)
      const sum = spent.reduce((total, each) => total + each.weight, 0)
      if (spent.length > 0 && sum + weight > most) return null
      const length = published.perMs * Math.max(1, weight / most)
      const one = { weight, until: now + length + (published.untilResponse ? longestMs : 0) }
      spent = [...spent, one]
      return (arrivedAt) => {
        if (published.untilResponse) one.until = Math.min(one.until, Math.max(now, arrivedAt) + length)
      }
    },
  }
}
