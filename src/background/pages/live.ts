import { snapshot } from '../../detect/episode/running-episode.ts'
import { type Episode, isOpen } from '../../market/episode.ts'
import type { Pair } from '../../market/pair.ts'
import { otherMarketOf } from '../../market/venue-id.ts'
import type { Live } from '../../shared/messages/messages.ts'
import { withOtherMarket } from '../../shared/one-coin.ts'
import type { CrossVenue } from '../cross-venue/cross-venue.ts'
import { symbolsOf } from '../venues/symbols.ts'
import type { Venue } from '../venues/venue.ts'

/** The open episodes that a page of this pair may show: of its venue, and of its coin elsewhere. */
export const concerning = ({ venue, base }: Pair, episodes: readonly Episode[]): readonly Episode[] =>
  episodes.filter((episode) => isOpen(episode) && (episode.venue === venue || episode.base === base))

/** The episodes of a coin that run on the other market of a venue's exchange. Linear in its pairs. */
function onOtherMarket({ venue, base }: Pair, venues: readonly Venue[]): readonly Episode[] {
  const other = venues.find(({ exchange }) => exchange.id === otherMarketOf(venue))
  const pairs = [...(other?.engine.data.pairs.values() ?? [])]
  return pairs.flatMap((pair) => (pair.episode && pair.base === base ? [snapshot(pair.episode)] : []))
}

/** The live figures of a pair, for the page that shows it; null while nothing is known. `now`: wall clock, ms. */
export function liveOf(
  pair: Pair,
  venues: readonly Venue[],
  now: number,
  crossVenue: Pick<CrossVenue, 'annotate'>,
): Live | null {
  const venue = venues.find(({ exchange }) => exchange.id === pair.venue)
  if (!venue) return null
  const [symbol] = symbolsOf(venue, [pair])
  const known = symbol === undefined ? undefined : venue.engine.data.pairs.get(symbol)
  if (!known || known.at === 0) return null
  const own = known.episode && crossVenue.annotate(snapshot(known.episode), now)
  const episode = own && withOtherMarket(own, onOtherMarket(pair, venues))
  return { kind: 'live', pair, last: known.last, at: known.at, venue: venue.state(now), episode }
}
