import type { Episode } from '../../src/market/episode.ts'
import { exchangeIdOf } from '../../src/market/venue-id.ts'
import type { ShownPage } from '../market-server/scenario.ts'

type Subject = Pick<Episode, 'venue' | 'symbol' | 'base' | 'quote'>

/**
 * The episodes that a trading page shows, as the banner chooses: of the pair on either market of the page's exchange,
 * its own market's alone where that has any, else of its market as a whole. Empty where none of them is of the page.
 */
export function episodesOfPage<E extends Subject>(
  episodes: readonly E[],
  { venue = 'binance', base, quote }: ShownPage,
): readonly E[] {
  const own = episodes.filter((each) => each.base === base && each.quote === quote)
  const here = (all: readonly E[]) => all.filter((each) => each.venue === venue)
  const onExchange = own.filter((each) => exchangeIdOf(each.venue) === exchangeIdOf(venue))
  const whole = here(episodes.filter(({ symbol }) => symbol === null))
  return [here(own), onExchange, whole].find((each) => each.length > 0) ?? []
}
