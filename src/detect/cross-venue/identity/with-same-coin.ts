import type { Episode } from '../../../market/episode.ts'
import type { Across } from '../cross-venue-state.ts'

/** A card with the other venues whose coin of this ticker has proven to be the very same; see kin.ts. */
export function withKin(across: Across, card: Episode): Episode {
  const places = card.base === null ? [] : (across.coins.get(card.base)?.places ?? [])
  const here = places.find(({ venue }) => venue === card.venue)
  const kin = places.filter((place) => place !== here && place.kin === here?.kin)
  return kin.length === 0 ? card : { ...card, kin: kin.map(({ venue }) => venue) }
}
