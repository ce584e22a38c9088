import type { Anomaly, Episode, Phase } from '../../src/market/episode.ts'
import type { Evidence } from '../../src/market/evidence.ts'
import { pairName } from '../../src/market/pair.ts'
import type { Tier } from '../../src/market/tier.ts'

/** One line of the alerts file: an episode that starts or changes tier or phase. */
export interface Alert {
  readonly venue: string
  /** `BASE/QUOTE`; null for a whole market. */
  readonly pair: string | null
  /** Market time of the alert, ms UTC. */
  readonly at: number
  readonly kind: Anomaly
  readonly tier: Tier
  readonly phase: Phase
  readonly episode: string
  readonly probability: number
  readonly evidence: readonly { sign: string; value: number; unit: string; usual?: number }[]
}

/** The alert of an episode at `at`. */
export function alertOf(episode: Episode, at: number): Alert {
  const { base, quote } = episode
  return {
    venue: episode.venue,
    pair: base === null || quote === null ? episode.symbol : pairName({ base, quote }),
    at,
    kind: episode.kind,
    tier: episode.tier,
    phase: episode.phase,
    episode: episode.id,
    probability: episode.probability,
    evidence: episode.evidence.map(({ sign, value, usual, ...measured }) => ({
      sign,
      value,
      unit: unitOf(measured),
      ...(usual === undefined ? {} : { usual }),
    })),
  }
}

/** `orders/30s`: the unit with the window it was counted in. */
function unitOf({ unit, windowMs }: Pick<Evidence, 'unit' | 'windowMs'>): string {
  return windowMs > 0 ? `${unit}/${windowMs / 1000}s` : unit
}
