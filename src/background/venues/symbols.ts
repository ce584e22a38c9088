import { isPairOfPage, type Pair } from '../../market/pair.ts'
import type { Venue } from './venue.ts'

/** The venue's symbols of these pairs. */
export function symbolsOf(
  venue: Pick<Venue, 'exchange' | 'engine'>,
  pairs: readonly Pair[],
): readonly string[] {
  const here = pairs.filter((pair) => pair.venue === venue.exchange.id)
  if (here.length === 0) return []
  return [...venue.engine.data.pairs.values()]
    .filter((known) => here.some((pair) => isPairOfPage(known, pair)))
    .map((known) => known.symbol)
}

/** The venue's symbols that have an episode now. */
export function flaggedSymbolsOf({ engine }: Venue): readonly string[] {
  return [...engine.data.pairs.values()].filter(({ episode }) => episode !== null).map(({ symbol }) => symbol)
}
