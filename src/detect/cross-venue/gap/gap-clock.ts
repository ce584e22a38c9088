import type { Tier } from '../../../market/tier.ts'
import { gapHold, gapSteps, leastOthers, quoteMs } from '../settings.ts'

/** For how long a place has been how far apart: plain data. */
export interface GapClock {
  /** 1 above the others, −1 below. */
  readonly direction: 1 | -1
  /** Since when each of `gapSteps` holds, less the time in which nothing was known; wall clock, ms; 0 where it does not. */
  readonly since: number[]
  /** When the gap was last known, and when it was last asked for, ms. */
  seenAt: number
  askedAt: number
}

/**
 * Runs the clock on: a step begins at its gap and holds until four fifths of it. Time in which the gap is unknown
 * does not count, and after a minute of it nothing does.
 *
 * @param gap fraction; null where not all prices are fresh
 * @returns the clock, or null where no step holds
 */
export function runClock(known: GapClock | null, gap: number | null, now: number): GapClock | null {
  const lost = known !== null && Math.abs(now - known.seenAt) > quoteMs
  const clock = lost ? null : known
  if (gap === null) return clock && pause(clock, now)
  const direction = gap < 0 ? -1 : 1
  const size = Math.abs(gap)
  if (clock?.direction !== direction) {
    if (size < gapSteps[0]!.gap) return null
    const since = gapSteps.map((step) => (size >= step.gap ? now : 0))
    return { direction, since, seenAt: now, askedAt: now }
  }
  gapSteps.forEach((step, i) => {
    if (clock.since[i] === 0) clock.since[i] = size >= step.gap ? now : 0
    else if (size < step.gap * gapHold) clock.since[i] = 0
  })
  clock.seenAt = clock.askedAt = now
  return clock.since.some((since) => since > 0) ? clock : null
}

function pause(clock: GapClock, now: number): GapClock {
  clock.since.forEach((since, i) => {
    if (since > 0) clock.since[i] = since + now - clock.askedAt
  })
  clock.askedAt = now
  return clock
}

/**
 * The tier a gap has earned by lasting. With a single other venue no more than a Notice, as either may be off.
 * What cannot be moved off the venue or onto it cannot be evened out: that gap is Danger once it has lasted as long.
 *
 * @param others venues it was measured against
 */
export function tierOf(clock: GapClock, others: number, suspended: boolean, now: number): Tier | null {
  const lasted = (i: number) => (clock.since[i]! > 0 ? now - clock.since[i]! : -1)
  if (suspended && lasted(0) >= gapSteps.at(-1)!.lastedMs) return 'danger'
  const reached = gapSteps.filter((step, i) => lasted(i) >= step.lastedMs)
  if (reached.length === 0) return null
  return others < leastOthers ? 'notice' : reached.at(-1)!.tier
}
