import type { Engine } from '../detect/engine-state.ts'
import type { Episode } from '../market/episode.ts'

const minutesOfDay = 1440

/** An episode with its pair's usual turnover in a day, where the engine knows it and what its quote is worth. */
export function withTurnover(episode: Episode, engine: Engine | undefined): Episode {
  const turnover = engine?.pairs.get(episode.symbol ?? '')?.baseline.turnover
  const usd = engine?.usd[episode.quote ?? '']
  if (!turnover || turnover.n === 0 || usd === undefined) return episode
  return { ...episode, turnoverUsd: turnover.value * minutesOfDay * usd }
}
