import type { Episode } from '../../../market/episode.ts'
import type { CrossVenueState } from '../cross-venue-state.ts'

/** Adds to a card the other venues that list the very same coin, as proven by update-identities.ts. */
export function withSameCoin(state: CrossVenueState, card: Episode): Episode {
  const venueCoins = card.base === null ? [] : (state.coins.get(card.base)?.venueCoins ?? [])
  const here = venueCoins.find(({ venue }) => venue === card.venue)
  const others = venueCoins.filter((other) => other !== here && other.identity === here?.identity)
  return others.length === 0 ? card : { ...card, kin: others.map(({ venue }) => venue) }
}
