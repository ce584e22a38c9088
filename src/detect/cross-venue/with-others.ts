import type { Episode } from '../../market/episode.ts'
import type { Across } from './cross-venue-state.ts'
import { movedElsewhere } from './elsewhere.ts'
import type { Outside } from './context.ts'
import { withEvidence, withGap } from './gap/with-gap.ts'

/**
 * A card with what the other venues say of it: a venue gap that runs beside it or ran within it, and, of a pump or
 * dump, whether others move too. To be asked of every card of an engine before it is shown: the engine knows one venue.
 *
 * @param now wall clock, ms
 */
export function withOthers(across: Across, card: Episode, now: number, outside: Outside): Episode {
  const { venue, base } = card
  if (base === null || card.kind === 'venue-gap') return card
  const place = across.coins.get(base)?.places.find((each) => each.venue === venue)
  if (!place) return card
  const past = place.past && place.past.updatedAt >= card.startedAt ? place.past : null
  const gap = place.gap ?? past
  const joined = gap ? withGap(card, gap) : card
  if (card.kind !== 'pump' && card.kind !== 'dump') return joined
  const lead = outside.lead(venue)
  const moved = movedElsewhere(across, venue, base, card.startedAt - lead, now, lead)
  return moved ? { ...joined, evidence: withEvidence(joined.evidence, [moved]) } : joined
}
