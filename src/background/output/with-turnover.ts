import { dayTurnover } from '../../detect/pair/usual/day-turnover.ts'
import type { Engine } from '../../detect/engine-state.ts'
import type { Episode } from '../../market/episode.ts'

/** The episode with its pair's usual daily turnover, where that was not known yet when the episode began. */
export function withTurnover(episode: Episode, engine: Engine | undefined): Episode {
  const pair = engine?.data.pairs.get(episode.symbol ?? '')
  if (!engine || !pair || episode.turnoverUsd !== undefined) return episode
  const turnoverUsd = dayTurnover(engine.data, pair)
  return turnoverUsd === undefined ? episode : { ...episode, turnoverUsd }
}
