import type { Episode } from '../../../market/episode.ts'
import { type Pair, pairKey } from '../../../market/pair.ts'
import { tierRank } from '../../../market/tier.ts'

/** Tells which episodes are of a pair that the trader follows: on the watch list, or on screen. */
export function followedBy(
  watch: readonly string[],
  onScreen: readonly Pair[],
): (episode: Pick<Episode, 'venue' | 'base' | 'quote'>) => boolean {
  const followed = new Set([...watch, ...onScreen.map(pairKey)])
  return ({ venue, base, quote }) =>
    base !== null && quote !== null && followed.has(pairKey({ venue, base, quote }))
}

/** Episodes with those of followed pairs first, then the graver: these come before the hourly limit is reached. */
export function mostWantedFirst(
  changed: readonly Episode[],
  isFollowed: (episode: Episode) => boolean,
): readonly Episode[] {
  return changed.toSorted(
    (a, b) => Number(isFollowed(b)) - Number(isFollowed(a)) || tierRank(b.tier) - tierRank(a.tier),
  )
}
