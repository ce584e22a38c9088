import type { Episode } from '../../market/episode.ts'
import type { Engine } from '../engine-state.ts'
import { settleEpisode } from './settle-episode.ts'
import type { PairState } from '../pair/pair-state.ts'
import { snapshot } from './running-episode.ts'

/** Present snapshots of every running episode. */
export function openEpisodes(engine: Engine): readonly Episode[] {
  const running = [...engine.pairs.values()].flatMap((pair) => pair.episode ?? [])
  return [...running, ...(engine.market.episode ? [engine.market.episode] : [])].map(snapshot)
}

/** What pairs whose episode changed have to tell; an episode that has settled is put aside. */
export function episodesOf(pairs: Iterable<PairState>): Episode[] {
  return [...pairs].flatMap((pair) => {
    const told = [pair.ended, pair.episode].filter((running) => running !== null).map(snapshot)
    pair.ended = null
    settleEpisode(pair)
    return told
  })
}
