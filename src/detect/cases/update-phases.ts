import type { Episode } from '../../market/episode.ts'
import { updatePhase } from '../episode/phase.ts'
import { snapshot } from '../episode/running-episode.ts'
import type { MarketData } from '../pair/market-data.ts'
import { settleEpisode } from './settle-episode.ts'

/** Brings the phases of all pairs' running episodes up to date. Returns those that changed. */
export function updatePhases({ pairs }: Pick<MarketData, 'pairs'>, at: number): readonly Episode[] {
  const changed: Episode[] = []
  for (const pair of pairs.values()) {
    if (!pair.episode || !updatePhase(pair.episode, at)) continue
    changed.push(snapshot(pair.episode))
    settleEpisode(pair)
  }
  return changed
}
