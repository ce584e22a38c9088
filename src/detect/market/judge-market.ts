import type { Episode } from '../../market/episode.ts'
import type { Engine } from '../engine-state.ts'
import { settleEpisode } from '../episode/settle-episode.ts'
import { judgeKeyAbuse } from '../rules/key-abuse.ts'
import { judgeMarket } from './market-wide.ts'
import { recordMarketEpisodes, recordPhases } from '../replay/record-events.ts'
import { updatePhase } from '../episode/phase.ts'
import { snapshot } from '../episode/running-episode.ts'
import { marketEveryMs } from '../market-settings.ts'

/** Judges the market when it is time, or earlier where many pairs move at once. */
export function judgeMarketIfDue(engine: Engine, at: number, isRush: boolean): readonly Episode[] {
  if (!isRush && at - engine.market.judgedAt < marketEveryMs) return []
  const changed = judgeMarket(engine, at)
  recordMarketEpisodes(engine, changed)
  return [...changed, ...judgeKeyAbuse(engine, at)]
}

/** As `turnPhases`, once in a while. */
export function updatePhasesIfDue(engine: Engine, at: number): readonly Episode[] {
  if (at - engine.phasedAt < marketEveryMs) return []
  engine.phasedAt = at
  recordPhases(engine, at)
  return updatePhases(engine, at)
}

/** Brings the phases of running episodes up to date. Returns those that changed. */
export function updatePhases(engine: Engine, at: number): readonly Episode[] {
  const changed: Episode[] = []
  for (const pair of engine.pairs.values()) {
    if (!pair.episode || !updatePhase(pair.episode, at)) continue
    changed.push(snapshot(pair.episode))
    settleEpisode(pair)
  }
  return changed
}
