import type { Episode } from '../../../market/episode.ts'
import { pairKey } from '../../../market/pair.ts'

/** Episodes with those of the trader's own watch list first: what is told first has the hour's number left. */
export function watchedFirst(changed: readonly Episode[], watch: readonly string[]): readonly Episode[] {
  const isWatched = ({ venue, base, quote }: Episode) =>
    base !== null && quote !== null && watch.includes(pairKey({ venue, base, quote }))
  return changed.toSorted((a, b) => Number(isWatched(b)) - Number(isWatched(a)))
}
