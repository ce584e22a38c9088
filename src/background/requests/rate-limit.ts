import type { RequestBudget } from '../../exchanges/exchange.ts'

/** The share of a venue's published limit that we use at most. */
const maxShare = 0.25
/** No answer takes longer than this, ms: requests time out (rest.ts). */
const maxAnswerMs = 15_000

/** Reports that a request has reached the venue: its answer came, or it failed. `now` is wall clock, ms. */
export type MarkArrived = (now: number) => void

/** Keeps the requests to one venue under its limit. */
export interface RateLimit {
  /** Takes `weight` from the limit if that much is left; null: not now. */
  tryAcquire(weight: number, now: number): MarkArrived | null
  /** Part of our share that is spent now: 1 is all of it; a single heavy request may be more. */
  spentShare(now: number): number
  /** The venue counts by this limit from now on: it has just answered a request under it. */
  switchTo(published: RequestBudget, now: number): void
}

/** A request and until when it counts; wall clock, ms. */
interface Charge {
  readonly weight: number
  until: number
}

/**
 * Sliding window: no stretch of `perMs` holds more weight than our share. A single request heavier than the whole
 * share is sent when nothing else counts, and counts for as long as its weight takes to be regained.
 *
 * @param initial the venue's own limit, see `Exchange`
 */
export function createRateLimit(initial: RequestBudget): RateLimit {
  let published = initial
  let charges: readonly Charge[] = []
  let lastAt = 0
  const maxWeightNow = () => published.weight * (published.useInFull ? 1 : maxShare) * (published.part ?? 1)
  return {
    tryAcquire(weight, now) {
      // When the clock is set back, charges move with it: they expire neither early nor late.
      const back = Math.max(0, lastAt - now)
      lastAt = now
      for (const charge of charges) charge.until -= back
      charges = charges.filter(({ until }) => now < until)
      const maxWeight = maxWeightNow()
      if (charges.length > 0 && weightOf(charges) + weight > maxWeight) return null
      const lengthMs = published.perMs * Math.max(1, weight / maxWeight)
      const charge = { weight, until: now + lengthMs + (published.untilResponse ? maxAnswerMs : 0) }
      charges = [...charges, charge]
      const { untilResponse } = published
      return (arrivedAt) => {
        if (untilResponse) charge.until = Math.min(charge.until, Math.max(now, arrivedAt) + lengthMs)
      }
    },
    spentShare: (now) => weightOf(charges.filter(({ until }) => now < until)) / maxWeightNow(),
    switchTo(next, now) {
      if (next === published) return
      published = next
      charges = [{ weight: 1, until: now + next.perMs }]
    },
  }
}

const weightOf = (charges: readonly Charge[]) => charges.reduce((total, { weight }) => total + weight, 0)
