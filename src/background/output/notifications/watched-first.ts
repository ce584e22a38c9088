import type { Episode } from '../../../market/episode.ts'
import { pairKey } from '../../../market/pair.ts'

/** Episodes with those of the trader's watch list first, so that the hourly limit does not suppress them. */
export function watchedFirst(changed: readonly Episode[], watch: readonly string[]): readonly Episode[] {
  const isWatched = ({ venue, base, quote }: Episode) =>
    base !== null && quote !== null && watch.includes(pairKey({ venue, base, quote }))
  return changed.toSorted((a, b) => Number(isWatched(b)) - Number(isWatched(a)))
}
