import type { Evidence } from '../../../market/evidence.ts'
import { reopen, updatePhase } from '../../episode/phase.ts'
import { keepEvidence, movePrice, raiseTier, type RunningEpisode } from '../../episode/running-episode.ts'
import { sameEventMs } from '../../settings.ts'
import type { Coin, VenueCoin } from '../cross-venue-state.ts'
import { gapSteps } from '../../thresholds.ts'
import { beginGapEpisode } from './begin-gap-episode.ts'
import type { GapDetection } from './detect-gap.ts'
import type { VenueGap } from './measure-gap.ts'

/**
 * Applies a detection to the venue coin's gap episode, which is begun if none runs. A gap in the same direction
 * that settled within half an hour is reopened instead.
 *
 * @returns whether the episode began, was reopened or changed its tier
 */
export function updateGapEpisode(coin: Coin, venueCoin: VenueCoin, detection: GapDetection): boolean {
  const { at, tier, direction, gap } = detection
  const isNew = venueCoin.gapEpisode === null
  const running = (venueCoin.gapEpisode ??=
    reopenSettledGap(venueCoin, detection) ?? beginGapEpisode(coin, venueCoin, detection))
  if (running.direction !== direction) return false
  running.signalAt = at
  running.probability = Math.max(running.probability, severityOf(gap))
  keepEvidence(running, evidenceOf(detection))
  return raiseTier(running, tier, at) || isNew
}

function reopenSettledGap(venueCoin: VenueCoin, { at, direction }: GapDetection): RunningEpisode | null {
  const { settledGap } = venueCoin
  if (settledGap?.direction !== direction || Math.abs(at - settledGap.signalAt) > sameEventMs) return null
  venueCoin.settledGap = null
  reopen(settledGap, at)
  return settledGap
}

/**
 * Advances the running gap episode to `at` (market time, ms); a settled one moves to `settledGap`.
 *
 * @param price current price of the episode's pair; null if unknown
 * @returns whether its phase changed
 */
export function advanceGapEpisode(venueCoin: VenueCoin, price: number | null, at: number): boolean {
  const running = venueCoin.gapEpisode
  if (running === null) return false
  if (price !== null) movePrice(running, at, price)
  const hasChanged = updatePhase(running, at)
  if (running.phase === 'settled') {
    venueCoin.settledGap = running
    venueCoin.gapEpisode = null
  }
  return hasChanged
}

/** 0…1 by the size of the gap; 0.5 at the first step. */
function severityOf({ value }: VenueGap): number {
  return Math.abs(value) / (Math.abs(value) + gapSteps[0]!.gap)
}

function evidenceOf({ gap, at, suspendedSince }: GapDetection): Evidence[] {
  const found: Evidence[] = [
    { sign: 'venue-gap', value: gap.value, unit: 'fraction', windowMs: 0, count: gap.others, at },
  ]
  if (suspendedSince !== null)
    found.push({ sign: 'suspended', value: suspendedSince, unit: 'time', windowMs: 0, at })
  return found
}
