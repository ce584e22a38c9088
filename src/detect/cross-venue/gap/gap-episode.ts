import type { Evidence } from '../../../market/evidence.ts'
import { reopen, updatePhase } from '../../episode/phase.ts'
import { keepEvidence, movePrice, raiseTier, type RunningEpisode } from '../../episode/running-episode.ts'
import type { Coin, Place } from '../cross-venue-state.ts'
import { beginGap } from './begin-gap.ts'
import type { GapDetection } from './gap-detection.ts'
import type { Gap } from './measure-gap.ts'
import { gapSteps } from '../settings.ts'
import { sameEventMs } from '../../settings.ts'

/**
 * Takes a gap that has lasted into the place's episode, or begins one: from the price that the others show. What
 * opens again within half an hour is the same.
 * @returns whether it began, or changed its tier
 */
export function tellGap(coin: Coin, place: Place, sighting: GapDetection): boolean {
  const { at, tier, direction, gap } = sighting
  const isNew = place.gap === null
  const running = (place.gap ??= takeUp(place, sighting) ?? beginGap(coin, place, sighting))
  if (running.direction !== direction) return false
  running.signalAt = at
  running.probability = Math.max(running.probability, rankOf(gap))
  keepEvidence(running, evidenceOf(sighting))
  return raiseTier(running, tier, at) || isNew
}

/** The gap that has settled not long ago, where this is it again. */
function takeUp(place: Place, { at, direction }: GapDetection): RunningEpisode | null {
  const { past } = place
  if (past?.direction !== direction || at - past.signalAt > sameEventMs) return null
  place.past = null
  reopen(past, at)
  return past
}

/** Moves a running episode on to now. Returns whether its phase changed; a settled one is put aside. */
export function carryGap(place: Place, running: RunningEpisode, price: number | null, at: number): boolean {
  if (price !== null) movePrice(running, at, price)
  const changed = updatePhase(running, at)
  if (running.phase === 'settled') {
    place.past = running
    place.gap = null
  }
  return changed
}

/** Larger is rarer: a gap of the first step is a half. */
function rankOf({ value }: Gap): number {
  return Math.abs(value) / (Math.abs(value) + gapSteps[0]!.gap)
}

function evidenceOf({ gap, at, suspended }: GapDetection): Evidence[] {
  const found: Evidence[] = [
    { sign: 'venue-gap', value: gap.value, unit: 'fraction', windowMs: 0, count: gap.others, at },
  ]
  if (suspended !== null) found.push({ sign: 'suspended', value: suspended, unit: 'time', windowMs: 0, at })
  return found
}
