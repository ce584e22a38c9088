import type { Episode } from '../../market/episode.ts'
import { snapshot } from '../episode/running-episode.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import type { Cases } from './cases.ts'
import { settleEpisode } from './settle-episode.ts'

/** What holds running episodes: an engine. */
interface EpisodeHolder {
  readonly data: Pick<MarketData, 'pairs'>
  readonly cases: Pick<Cases, 'market'>
}

/** Present snapshots of every running episode. */
export function openEpisodes({ data, cases }: EpisodeHolder): readonly Episode[] {
  const running = [...data.pairs.values()].flatMap((pair) => pair.episode ?? [])
  return [...running, ...(cases.market.episode ? [cases.market.episode] : [])].map(snapshot)
}

/**
 * Snapshots of what pairs have to report: an episode that was closed, the present
 * one. Settled ones are put aside.
 */
export function takeChangedEpisodes(pairs: Iterable<PairState>): Episode[] {
  return [...pairs].flatMap((pair) => {
    const changed = [pair.closing, pair.episode].filter((running) => running !== null).map(snapshot)
    pair.closing = null
    settleEpisode(pair)
    return changed
  })
}
