import { type Tier, tierRank } from '../../market/tier.ts'
import type { Origin } from '../episode/detection.ts'
import { updatePhase } from '../episode/phase.ts'
import { keepEvidence, movePrice } from '../episode/running-episode.ts'
import type { MarketData } from '../pair/market-data.ts'
import { ensureSuspicion, type PairState } from '../pair/pair-state.ts'
import type { Measurement, Scored } from '../score/measurement.ts'
import { probabilityOf, tierOf } from '../score/score.ts'
import type { Scoring } from '../score/scoring.ts'
import { dangerHoldMs } from '../thresholds.ts'
import type { Cases } from './cases.ts'
import { updateEpisode } from './update-episode.ts'

/** What a pair's episode is decided by: of an engine, or of the recorder's replay. */
export interface Deciding {
  readonly data: MarketData
  readonly scoring: Pick<Scoring, 'model' | 'shift'>
  readonly cases: Pick<Cases, 'officialStatus'>
}

/**
 * Applies a measurement of a pair to its episode, at the engine's sensitivity. The worker does so with what it
 * measures, the preview with what was recorded.
 *
 * @returns whether an episode began or changed tier or phase
 */
export function applyMeasurement(
  engine: Deciding,
  pair: PairState,
  { at, price, scored, detections }: Measurement,
): boolean {
  if (pair.episode) movePrice(pair.episode, at, price)
  let changed = scored !== null && applyScore(engine, pair, scored, { at, price })
  for (const detection of detections) if (updateEpisode(engine, pair, detection)) changed = true
  if (pair.episode && updatePhase(pair.episode, at)) changed = true
  return changed
}

function applyScore(engine: Deciding, pair: PairState, scored: Scored, now: Origin): boolean {
  const { logit, confirmed, from, evidence } = scored
  const tier = lower(heldTier(engine, pair, scored, now.at), scored.ceiling)
  if (tier === null) {
    if (pair.episode?.direction === 1) keepEvidence(pair.episode, evidence)
    return false
  }
  const probability = probabilityOf(logit)
  return updateEpisode(engine, pair, { kind: 'pump', tier, ...now, from, evidence, probability, confirmed })
}

/** The score's tier; Danger only once it has held: one burst of trades is none. */
function heldTier(engine: Deciding, pair: PairState, scored: Scored, at: number): Tier | null {
  const tier = tierOf(engine.scoring, scored)
  const suspicion = ensureSuspicion(pair)
  if (tier !== 'danger') {
    suspicion.strongSince = 0
    return tier
  }
  if (suspicion.strongSince === 0) suspicion.strongSince = at
  return at - suspicion.strongSince >= dangerHoldMs ? 'danger' : 'warning'
}

function lower(tier: Tier | null, ceiling: Tier | null): Tier | null {
  return tierRank(tier) <= tierRank(ceiling) ? tier : ceiling
}
