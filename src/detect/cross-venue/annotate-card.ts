import type { Episode } from '../../market/episode.ts'
import type { CrossVenueContext } from './cross-venue-context.ts'
import type { CrossVenueState } from './cross-venue-state.ts'
import { withEvidence, withGap } from './gap/with-gap.ts'
import { otherVenueMove } from './other-venue-move.ts'

/**
 * Adds what the other venues show to a card of a single venue's engine: a venue gap that runs now or ran during
 * the card, and, on a pump or dump, how far the other venues moved. Apply to every engine card before showing it.
 *
 * @param now wall clock, ms
 * @returns the same card if there is nothing to add
 */
export function annotateCard(
  state: CrossVenueState,
  card: Episode,
  now: number,
  context: CrossVenueContext,
): Episode {
  const { venue, base } = card
  if (base === null || card.kind === 'venue-gap') return card
  const venueCoin = state.coins.get(base)?.venueCoins.find((each) => each.venue === venue)
  if (!venueCoin) return card
  const { gapEpisode, settledGap } = venueCoin
  const gap = gapEpisode ?? (settledGap && settledGap.updatedAt >= card.startedAt ? settledGap : null)
  const joined = gap ? withGap(card, gap) : card
  if (card.kind !== 'pump' && card.kind !== 'dump') return joined
  const clockLeadMs = context.clockLeadMs(venue)
  const move = otherVenueMove(state, venue, base, card.startedAt - clockLeadMs, now, clockLeadMs)
  return move ? { ...joined, evidence: withEvidence(joined.evidence, [move]) } : joined
}
