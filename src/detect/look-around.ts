import type { Episode } from '../market/episode.ts'
import type { Engine } from './engine-state.ts'
import { settlePair } from './judge.ts'
import { judgeKeyAbuse } from './key-abuse.ts'
import { judgeMarket } from './market-wide.ts'
import { updatePhase } from './phase.ts'
import { snapshot } from './running.ts'
import { marketEveryMs } from './settings.ts'

/** Judges the market when it is time, or earlier where many pairs move at once. */
export function lookAtMarket(engine: Engine, at: number, isRush: boolean): readonly Episode[] {
  if (!isRush && at - engine.market.judgedAt < marketEveryMs) return []
  return [...judgeMarket(engine, at), ...judgeKeyAbuse(engine, at)]
}

/** Brings the phases of running episodes up to date, once in a while. Returns those that changed. */
export function lookAtPhases(engine: Engine, at: number): readonly Episode[] {
  if (at - engine.phasedAt < marketEveryMs) return []
  engine.phasedAt = at
  const changed: Episode[] = []
  for (const pair of engine.pairs.values()) {
    if (!pair.episode || !updatePhase(pair.episode, at)) continue
    changed.push(snapshot(pair.episode))
    settlePair(pair)
  }
  return changed
}
