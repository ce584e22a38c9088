import type { Phase } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import {
  hasFaded,
  hasFallen,
  hasFallenFar,
  hasRecovered,
  hasRisenAgain,
  hasSettled,
  hasStopped,
  moveOf,
  noticeFall,
  shareGivenBack,
} from './phase-signs.ts'
import {
  fadingShare,
  fallingShare,
  leastPhaseMs,
  pairSettleDelays,
  restBand,
  type SettleDelays,
  surgingRise,
} from './phase-settings.ts'
import { noticeRest, passTime, type PhaseTrack, restartTrack } from './phase-track.ts'
import { medianPrice, stepMs } from './recent-prices.ts'
import { type RunningEpisode, trackOf } from './running-episode.ts'

/** An episode whose last sign is so far (ms) ahead of the market is none of this market clock. */
const maxAheadMs = 600_000

/**
 * The phase that follows from what was measured so far. Phases run forward; a clearly new peak leads back, and so does
 * a recovery that stands.
 */
function nextPhase(running: RunningEpisode, at: number, delays: SettleDelays): Phase {
  // Its times are of a clock that was wrong and has been set back: it would run until they come again.
  if (at - running.signalAt < -maxAheadMs) return 'settled'
  switch (running.phase) {
    case 'settled':
      return 'settled'
    case 'falling':
      if (hasSettled(running, at, delays)) return 'settled'
      return hasRisenAgain(running) || hasRecovered(running, at) ? recoveredPhase(running) : 'falling'
    case 'fading':
      if (hasSettled(running, at, delays)) return 'settled'
      if (hasFallen(running, at) || hasFallenFar(running, at)) return 'falling'
      return hasRisenAgain(running) ? risingPhase(running) : 'fading'
    default:
      if (hasFallen(running, at) || hasFallenFar(running, at)) return 'falling'
      // Below the half it is falling, or above it again, before anybody has read that it fades.
      if (shareGivenBack(running) >= fallingShare) return risingPhase(running)
      if (hasStopped(running, at)) return 'fading'
      return trackOf(running).fallenSince === null && hasFaded(running, at) ? 'fading' : risingPhase(running)
  }
}

/** What has come again for the most part, and not as far as where fading begins, fades. */
function recoveredPhase(running: RunningEpisode): Phase {
  return shareGivenBack(running) >= fadingShare ? 'fading' : risingPhase(running)
}

function risingPhase(running: RunningEpisode): Phase {
  const isLarge = moveOf(running) >= surgingRise || tierRank(running.tier) > 1
  return running.phase === 'surging' || isLarge ? 'surging' : 'building'
}

/**
 * Brings the phase up to date; a halt holds it as it was. It is judged by prices of which one a second is kept, and so
 * once a second, and where the tier has changed: a followed pair may trade a hundred times in one.
 *
 * @returns whether it changed
 */
export function updatePhase(
  running: RunningEpisode,
  at: number,
  delays: SettleDelays = pairSettleDelays,
): boolean {
  if (running.pause === 'halted') return false
  const track = trackOf(running)
  if (isJudged(running, track, at)) return false
  if (running.pause === 'over') {
    // Silence counts from here: nothing could trade before.
    running.signalAt = at
    restartTrack(track, at)
    delete running.pause
  }
  passTime(track, at)
  const median = medianPrice(track.recent, at)
  noticeRest(track, median, Math.max(restBand.share * moveOf(running), restBand.least), at)
  noticeFall(running, median, at)
  if (at - track.phaseAt < leastPhaseMs && running.peakAt <= track.phaseAt) return false
  const phase = nextPhase(running, at, delays)
  if (phase === running.phase) {
    track.phaseAt ||= at
    return false
  }
  enterPhase(running, phase, at)
  return true
}

/** Whether the phase has been judged in this second, and the tier has not changed since. */
function isJudged(
  { pause, changedAt }: RunningEpisode,
  { phaseAt, seenAt }: PhaseTrack,
  at: number,
): boolean {
  const isSameSecond = Math.floor(at / stepMs) === Math.floor(seenAt / stepMs)
  return isSameSecond && phaseAt > 0 && pause !== 'over' && changedAt <= seenAt
}

function enterPhase(running: RunningEpisode, phase: Phase, at: number): void {
  if (phase === 'fading' || phase === 'falling') running.fadedPeak = running.peakPrice
  if (phase === 'falling') running.fallenPeak = running.peakPrice
  trackOf(running).phaseAt = at
  running.phase = phase
  running.changedAt = at
  running.updatedAt = Math.max(running.updatedAt, at)
}

/**
 * A fall that is large in itself, by a detection of its own, is told of a rise too: it need not have stood. Once for
 * one peak: a price that swings would else fall and recover by turns. Returns whether that is news.
 */
export function fall(running: RunningEpisode, at: number): boolean {
  if (running.fallenPeak === running.peakPrice) return false
  if (running.phase === 'falling' || running.phase === 'settled' || running.pause === 'halted') return false
  enterPhase(running, 'falling', at)
  return true
}

/** A settled episode shows itself again: it goes on as the same one, where a fall took it up again as falling. */
export function reopen(running: RunningEpisode, at: number, phase: 'fading' | 'falling' = 'fading'): void {
  running.phase = phase
  running.signalAt = at
  running.changedAt = at
  trackOf(running).phaseAt = at
  if (phase === 'falling') running.fadedPeak = running.fallenPeak = running.peakPrice
}
