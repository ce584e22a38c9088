/** A venue's share of every polling period: polls with the same period are spread so that no two coincide. */
export interface TimeSlot {
  /** Wall clock, ms, from which periods count. Differs by browser, lest all users poll in the same second. */
  readonly startedAt: number
  /** 0 to 1: how far into each period. */
  readonly fraction: number
}

/** The shortest polling period of any venue, ms. */
const minPeriodMs = 5000

/** The first time at or after `earliest` that is the slot of some period; wall clock, ms. */
export function nextSlotTime({ startedAt, fraction }: TimeSlot, everyMs: number, earliest: number): number {
  const first = startedAt + fraction * everyMs
  return first + Math.ceil((earliest - first) / everyMs) * everyMs
}

/** When a venue begins that is started together with all others; wall clock, ms. */
export function firstSlotTime({ startedAt, fraction }: TimeSlot): number {
  return startedAt + fraction * minPeriodMs
}

/** How long from `now` (wall clock, ms) until that, ms: one period at most, should the clock have been set back since. */
export function firstSlotWaitMs(slot: TimeSlot, now: number): number {
  return Math.min(Math.max(0, firstSlotTime(slot) - now), minPeriodMs)
}
