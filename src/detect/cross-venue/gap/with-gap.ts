import type { Episode } from '../../../market/episode.ts'
import type { Evidence } from '../../../market/evidence.ts'
import { strongerTier } from '../../../market/tier.ts'
import type { RunningEpisode } from '../../episode/running-episode.ts'

/** Merges a venue gap into another card of the same coin at the same venue: one event, one card. */
export function withGap(card: Episode, gap: RunningEpisode): Episode {
  const also =
    card.kind === 'venue-gap' || card.also.includes('venue-gap')
      ? card.also
      : [...card.also, 'venue-gap' as const]
  return {
    ...card,
    also,
    tier: strongerTier(card.tier, gap.tier) ?? card.tier,
    changedAt: Math.max(card.changedAt, gap.changedAt),
    evidence: withEvidence(card.evidence, gap.evidence),
  }
}

/** Inserts evidence in second place: cards show only the first few, and the main evidence stays first. */
export function withEvidence(known: readonly Evidence[], added: readonly Evidence[]): readonly Evidence[] {
  const kept = known.filter(({ sign }) => !added.some((each) => each.sign === sign))
  return [...kept.slice(0, 1), ...added, ...kept.slice(1)]
}
