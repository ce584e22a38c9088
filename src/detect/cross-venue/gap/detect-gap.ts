import type { Tier } from '../../../market/tier.ts'
import type { CrossVenueContext } from '../cross-venue-context.ts'
import type { VenueCoin } from '../cross-venue-state.ts'
import { gapTier } from './gap-clock.ts'
import type { VenueGap } from './measure-gap.ts'

/** A gap that has lasted long enough for a tier. Times are market time of its venue, ms. */
export interface GapDetection {
  readonly gap: VenueGap
  readonly tier: Tier
  readonly direction: 1 | -1
  readonly startedAt: number
  /** Now. */
  readonly at: number
  /** Market time minus wall clock. */
  readonly clockLeadMs: number
  /** Since when the venue has suspended deposits or withdrawals of the coin; null if it has not. */
  readonly suspendedSince: number | null
}

/**
 * Whether a measured gap counts. An ambiguous gap continues an episode but does not begin one.
 *
 * @param now wall clock, ms
 */
export function detectGap(
  { venue, gapClock, gapEpisode }: VenueCoin,
  base: string,
  gap: VenueGap | null,
  now: number,
  context: CrossVenueContext,
): GapDetection | null {
  if (!gap || !gapClock || (gapEpisode === null && gap.isAmbiguous)) return null
  const suspendedSince = context.suspendedSince(venue, base)
  const tier = gapTier(gapClock, gap.others, suspendedSince !== null, now)
  if (!tier) return null
  const clockLeadMs = context.clockLeadMs(venue)
  return {
    gap,
    tier,
    direction: gapClock.direction,
    startedAt: gapClock.since[0]! + clockLeadMs,
    at: now + clockLeadMs,
    clockLeadMs,
    suspendedSince,
  }
}
