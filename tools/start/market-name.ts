import type { Episode } from '../../src/market/episode.ts'
import { pairName } from '../../src/market/pair.ts'
import { marketOf } from '../../src/market/venue-id.ts'

/** `pairName`, with its market where that is not spot, or the whole market's name where the episode has no pair. */
export function marketOrPairName({ base, quote, venue }: Pick<Episode, 'base' | 'quote' | 'venue'>): string {
  if (base === null || quote === null) return `all of ${venue}`
  return marketOf(venue) === 'spot' ? pairName({ base, quote }) : `${pairName({ base, quote })} perpetual`
}
