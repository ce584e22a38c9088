import type { Episode } from '../../src/market/episode.ts'
import { pairName } from '../../src/market/pair.ts'

/** `pairName`, or the whole market's name where the episode has no pair. */
export function marketOrPairName({ base, quote, venue }: Pick<Episode, 'base' | 'quote' | 'venue'>): string {
  return base !== null && quote !== null ? pairName({ base, quote }) : `all of ${venue}`
}
