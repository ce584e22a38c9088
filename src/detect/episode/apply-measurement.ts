import { type Tier, tierRank } from '../../market/tier.ts'
import type { Engine } from '../engine-state.ts'
import type { Measurement, Scored } from '../score/measurement.ts'
import { type PairState, suspicionOf } from '../pair/pair-state.ts'
import { updatePhase } from './phase.ts'
import { keepEvidence, movePrice } from './running-episode.ts'
import { probabilityOf, tierOf } from '../score/score.ts'
import { dangerMs } from '../settings.ts'
import { updateEpisode } from './update-episode.ts'

/**
 * What a look at a pair means for its card at the engine's sensitivity. The worker runs it on what it measures,
 * the preview on what was noted of it.
 *
 * @returns whether an episode began or changed tier or phase
 */
export function applyMeasurement(
  engine: Engine,
  pair: PairState,
  { at, price, scored, seen }: Measurement,
): boolean {
  if (pair.episode) movePrice(pair.episode, at, price)
  let changed = scored !== null && tellScore(engine, pair, scored, { at, price })
  for (const sighting of seen) if (updateEpisode(engine, pair, sighting)) changed = true
  if (pair.episode && updatePhase(pair.episode, at)) changed = true
  return changed
}

function tellScore(
  engine: Engine,
  pair: PairState,
  scored: Scored,
  now: { readonly at: number; readonly price: number },
): boolean {
  const { logit, confirmed, from, evidence } = scored
  const tier = capped(persisted(engine, pair, scored, now.at), scored.ceiling)
  if (tier === null) {
    if (pair.episode?.direction === 1) keepEvidence(pair.episode, evidence)
    return false
  }
  const probability = probabilityOf(logit)
  return updateEpisode(engine, pair, { kind: 'pump', tier, ...now, from, evidence, probability, confirmed })
}

/** Danger has to last a little: one burst of trades is none. */
function persisted(engine: Engine, pair: PairState, scored: Scored, at: number): Tier | null {
  const tier = tierOf(engine, scored)
  const suspicion = suspicionOf(pair)
  if (tier !== 'danger') {
    suspicion.strongSince = 0
    return tier
  }
  if (suspicion.strongSince === 0) suspicion.strongSince = at
  return at - suspicion.strongSince >= dangerMs ? 'danger' : 'warning'
}

function capped(tier: Tier | null, ceiling: Tier | null): Tier | null {
  return tierRank(tier) <= tierRank(ceiling) ? tier : ceiling
}
