import type { Engine } from '../detect/engine-state.ts'
import { usualTurnover } from '../detect/usual.ts'
import type { Episode } from '../market/episode.ts'

const minutesOfDay = 1440

/** An episode with its pair's usual turnover in a day, where the engine knows it and what its quote is worth. */
export function withTurnover(episode: Episode, engine: Engine | undefined): Episode {
  const pair = engine?.pairs.get(episode.symbol ?? '')
  const usd = engine?.usd[episode.quote ?? '']
  if (!pair || usd === undefined || pair.tables.baseline.turnover.n[pair.row] === 0) return episode
  return { ...episode, turnoverUsd: usualTurnover(pair) * minutesOfDay * usd }
}
