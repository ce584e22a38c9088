import type { Anomaly } from '../../../src/market/episode.ts'
import type { Tier } from '../../../src/market/tier.ts'
import type { Alert } from '../alert.ts'
import type { TimeSpan } from './announcement.ts'

/** The first time an episode is at a tier. */
export interface TierReached {
  readonly at: number
  readonly tier: Tier
  readonly kind: Anomaly
  readonly episode: string
}

/** The data `judge` needs of one pair in one replay. */
export interface RecordedRun {
  readonly venue: string
  /** `BASE/QUOTE`. */
  readonly pair: string
  readonly coin: string
  /** Start of the recording, ms UTC: its first day is warm-up for every pair in it. */
  readonly recordedFrom: number
  /** From the pair's first row to its last. */
  readonly covered: TimeSpan
  readonly reached: readonly TierReached[]
  /** Announcement time → onset, or null where the price did not move; both ms UTC. */
  readonly onsets: readonly (readonly [announced: number, onset: number | null])[]
}

/** The alerts of a pair that raise an episode's tier. */
export function tiersReached(alerts: readonly Alert[]): TierReached[] {
  const tierOf = new Map<string, Tier>()
  return alerts
    .filter(({ episode, tier }) => {
      const raised = tierOf.get(episode) !== tier
      tierOf.set(episode, tier)
      return raised
    })
    .map(({ at, tier, kind, episode }) => ({ at, tier, kind, episode }))
}
