import type { Phase } from '../market/episode.ts'
import { tierRank } from '../market/tier.ts'
import type { Running } from './running.ts'
import { fadingMs, fadingShare, fallingShare, settleFallenMs, settleMs, surgingRise } from './settings.ts'

/** Share of the move from start to peak that has been given back; 0 while nothing moved. */
export function givenBack(running: Running): number {
  const move = running.peakPrice - running.startPrice
  return move === 0 ? 0 : (running.peakPrice - running.lastPrice) / move
}

/**
 * The phase by the measured rules of announced pumps: half given back is falling (a third is a coin toss),
 * no sign for a quarter of an hour is settled. Phases run forward; only a clearly new peak leads back to surging.
 */
export function phaseOf(running: Running, at: number): Phase {
  if (running.phase === 'settled') return 'settled'
  const quiet = at - running.signalAt
  const back = givenBack(running)
  if (quiet >= settleMs || (back >= fallingShare && quiet >= settleFallenMs)) return 'settled'
  if (back >= fallingShare) return 'falling'
  const rose = running.direction * Math.log(running.peakPrice / running.fadedPeak) > surgingRise / 2
  if (running.phase === 'falling' && !rose) return 'falling'
  // A long climb rests longer than a minute's pump does.
  const patience = fadingMs + (running.peakAt - running.startedAt) / 5
  if (back >= fadingShare || at - running.peakAt >= patience) return 'fading'
  if (running.phase === 'fading' && !rose) return 'fading'
  const moved = Math.abs(Math.log(running.peakPrice / running.startPrice))
  if (running.phase === 'surging' || moved >= surgingRise || tierRank(running.tier) > 1) return 'surging'
  return 'building'
}

/** Brings the phase up to date. Returns whether it changed. */
export function updatePhase(running: Running, at: number): boolean {
  const phase = phaseOf(running, at)
  if (phase === running.phase) return false
  if (phase === 'fading' || phase === 'falling') running.fadedPeak = running.peakPrice
  running.phase = phase
  running.changedAt = at
  running.updatedAt = Math.max(running.updatedAt, at)
  return true
}
