import type { Tier } from '../../../market/tier.ts'
import { maxQuoteAgeMs } from '../settings.ts'
import { gapHoldShare, gapSteps, minOthers } from '../../thresholds.ts'

/** How long each step of a venue gap has lasted, as plain data. Times are wall clock, ms. */
export interface GapClock {
  /** 1 above the others, −1 below. */
  readonly direction: 1 | -1
  /** Start of each of `gapSteps`, moved forward by times in which the gap was unknown; 0 if it does not hold. */
  readonly since: number[]
  /** Last update with a known gap. */
  knownAt: number
  /** Last update. */
  updatedAt: number
}

/**
 * Updates the clock. A step begins when the gap reaches its size and holds until the gap falls below four fifths
 * of it. Time in which the gap is unknown does not count; after a minute of it, all steps begin anew.
 *
 * @param gap fraction; null if unknown
 * @param scale share of the sizes of `gapSteps` from which a gap counts
 * @param now wall clock, ms
 * @returns the clock, or null if no step holds
 */
export function updateGapClock(
  known: GapClock | null,
  gap: number | null,
  now: number,
  scale = 1,
): GapClock | null {
  const isLost = known !== null && Math.abs(now - known.knownAt) > maxQuoteAgeMs
  const clock = isLost ? null : known
  if (gap === null) return clock && pauseGapClock(clock, now)
  const direction = gap < 0 ? -1 : 1
  const size = Math.abs(gap) / scale
  if (clock?.direction !== direction) {
    if (size < gapSteps[0]!.gap) return null
    const since = gapSteps.map((step) => (size >= step.gap ? now : 0))
    return { direction, since, knownAt: now, updatedAt: now }
  }
  gapSteps.forEach((step, i) => {
    if (clock.since[i] === 0) clock.since[i] = size >= step.gap ? now : 0
    else if (size < step.gap * gapHoldShare) clock.since[i] = 0
  })
  clock.knownAt = clock.updatedAt = now
  return clock.since.some((since) => since > 0) ? clock : null
}

function pauseGapClock(clock: GapClock, now: number): GapClock {
  clock.since.forEach((since, i) => {
    if (since > 0) clock.since[i] = since + now - clock.updatedAt
  })
  clock.updatedAt = now
  return clock
}

/**
 * The tier of a gap by its size and duration. With one other venue no more than a Notice: either may be off. If
 * the coin cannot be moved on or off the venue, arbitrage cannot close the gap: it is Danger once it has lasted as
 * long as a Danger must.
 *
 * @param others number of venues behind the reference
 * @returns null if no step has lasted long enough
 */
export function gapTier(clock: GapClock, others: number, isSuspended: boolean, now: number): Tier | null {
  const durationMs = (i: number) => (clock.since[i]! > 0 ? now - clock.since[i]! : -1)
  if (isSuspended && durationMs(0) >= gapSteps.at(-1)!.minDurationMs) return 'danger'
  const reached = gapSteps.filter((step, i) => durationMs(i) >= step.minDurationMs)
  if (reached.length === 0) return null
  return others < minOthers ? 'notice' : reached.at(-1)!.tier
}
