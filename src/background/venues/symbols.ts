import { openEpisodes } from '../../detect/cases/open-episodes.ts'
import type { Pair } from '../../market/pair.ts'
import type { Live } from '../../shared/messages/messages.ts'
import type { Beside } from '../cross-venue/cross-venue.ts'
import type { Venue } from './venue.ts'

/** The venue's symbols of these pairs. */
export function symbolsOf(
  venue: Pick<Venue, 'exchange' | 'engine'>,
  pairs: readonly Pair[],
): readonly string[] {
  const here = pairs.filter((pair) => pair.venue === venue.exchange.id)
  if (here.length === 0) return []
  return [...venue.engine.data.pairs.values()]
    .filter((known) => here.some((pair) => pair.base === known.base && pair.quote === known.quote))
    .map((known) => known.symbol)
}

/** The venue's symbols that are flagged now. */
export function flaggedOf({ engine }: Venue): readonly string[] {
  return [...engine.data.pairs.values()].filter(({ episode }) => episode !== null).map(({ symbol }) => symbol)
}

/** What moves of a pair, for the page that shows it; null while nothing is known of it. `now` is wall clock, ms. */
export function liveOf(pair: Pair, venues: readonly Venue[], now: number, beside: Beside): Live | null {
  const venue = venues.find((known) => known.exchange.id === pair.venue)
  if (!venue) return null
  const [symbol] = symbolsOf(venue, [pair])
  const known = symbol === undefined ? undefined : venue.engine.data.pairs.get(symbol)
  if (!known || known.at === 0) return null
  const episode = openEpisodes(venue.engine).find((open) => open.symbol === symbol) ?? null
  const card = episode && beside.join(episode, now)
  return { kind: 'live', pair, last: known.last, at: known.at, venue: venue.state(now), episode: card }
}
