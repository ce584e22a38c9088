import type { Phase } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import { fadingMs, fadingShare, fallingShare, settleFallenMs, settleMs, surgingRise } from '../settings.ts'
import { marketWide } from '../thresholds.ts'
import type { RunningEpisode } from './running-episode.ts'

/** How long (ms) without a sign until an episode settles, and until one that has fallen back does. */
export interface SettleDelays {
  readonly settleMs: number
  readonly settleFallenMs: number
}

/** An episode whose last sign is so far (ms) ahead of the market is none of this market clock. */
const maxAheadMs = 600_000

const pairSettleDelays: SettleDelays = { settleMs, settleFallenMs }
/** A market's fall goes on for hours with pauses. */
export const marketSettleDelays: SettleDelays = {
  settleMs: marketWide.settleMs,
  settleFallenMs: marketWide.settleMs,
}

/** Share of the move from start to peak that has been given back; 0 while nothing moved. */
export function shareGivenBack({ startPrice, peakPrice, lastPrice }: RunningEpisode): number {
  const move = peakPrice - startPrice
  return move === 0 ? 0 : (peakPrice - lastPrice) / move
}

/**
 * The phase by what was measured of announced pumps (SCORECARD.md): half given back is falling (at a
 * third it is a coin toss), no sign for a quarter of an hour is settled. Phases run forward; only a
 * clearly new peak leads back to surging.
 *
 * @param at market time, ms
 */
export function phaseOf(running: RunningEpisode, at: number, delays: SettleDelays = pairSettleDelays): Phase {
  if (running.phase === 'settled') return 'settled'
  const quietMs = at - running.signalAt
  // Its times are of a clock that was wrong and has been set back: it would run until they come again.
  if (quietMs < -maxAheadMs) return 'settled'
  const givenBack = shareGivenBack(running)
  // What took hours to rise does not end with a quarter of an hour's rest.
  const settleAfterMs = delays.settleMs + (running.peakAt - running.startedAt) / 3
  if (quietMs >= settleAfterMs || (givenBack >= fallingShare && quietMs >= delays.settleFallenMs))
    return 'settled'
  if (givenBack >= fallingShare) return 'falling'
  const rose = running.direction * Math.log(running.peakPrice / running.fadedPeak) > surgingRise / 2
  if (running.phase === 'falling' && !rose) return 'falling'
  // A long climb rests longer than a minute's pump does.
  const restMs = fadingMs + (running.peakAt - running.startedAt) / 5
  if (givenBack >= fadingShare || at - running.peakAt >= restMs) return 'fading'
  if (running.phase === 'fading' && !rose) return 'fading'
  const moved = Math.abs(Math.log(running.peakPrice / running.startPrice))
  if (running.phase === 'surging' || moved >= surgingRise || tierRank(running.tier) > 1) return 'surging'
  return 'building'
}

/** Brings the phase up to date; a halt holds it as it was. Returns whether it changed. */
export function updatePhase(
  running: RunningEpisode,
  at: number,
  delays: SettleDelays = pairSettleDelays,
): boolean {
  if (running.pause === 'halted') return false
  if (running.pause === 'over') {
    // Silence counts from here: nothing could trade before.
    running.signalAt = at
    delete running.pause
  }
  const phase = phaseOf(running, at, delays)
  if (phase === running.phase) return false
  if (phase === 'fading' || phase === 'falling') running.fadedPeak = running.peakPrice
  running.phase = phase
  running.changedAt = at
  running.updatedAt = Math.max(running.updatedAt, at)
  return true
}

/** A settled episode shows itself again: it goes on as the same one. */
export function reopen(running: RunningEpisode, at: number): void {
  running.phase = 'fading'
  running.signalAt = at
  running.changedAt = at
}
