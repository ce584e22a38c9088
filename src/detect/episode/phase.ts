import type { Phase } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import type { PairState } from '../pair/pair-state.ts'
import type { Running } from './running-episode.ts'
import { marketWide } from '../market-settings.ts'
import { fadingMs, fadingShare, fallingShare, settleFallenMs, settleMs, surgingRise } from '../settings.ts'

/** How long (ms) without a sign until an episode has settled, and until one that has fallen back has. */
export interface Patience {
  readonly settleMs: number
  readonly fallenMs: number
}

const pairPatience: Patience = { settleMs, fallenMs: settleFallenMs }
/** A market's fall goes on for hours with pauses. */
export const marketPatience: Patience = { settleMs: marketWide.settleMs, fallenMs: marketWide.settleMs }

/** Share of the move from start to peak that has been given back; 0 while nothing moved. */
export function givenBack(running: Running): number {
  const move = running.peakPrice - running.startPrice
  return move === 0 ? 0 : (running.peakPrice - running.lastPrice) / move
}

/**
 * The phase by the measured rules of announced pumps: half given back is falling (a third is a coin toss),
 * no sign for a quarter of an hour is settled. Phases run forward; only a clearly new peak leads back to surging.
 */
export function phaseOf(running: Running, at: number, patience: Patience = pairPatience): Phase {
  if (running.phase === 'settled') return 'settled'
  const quiet = at - running.signalAt
  const back = givenBack(running)
  // What took hours to rise does not end with a quarter of an hour's rest.
  const settles = patience.settleMs + (running.peakAt - running.startedAt) / 3
  if (quiet >= settles || (back >= fallingShare && quiet >= patience.fallenMs)) return 'settled'
  if (back >= fallingShare) return 'falling'
  const rose = running.direction * Math.log(running.peakPrice / running.fadedPeak) > surgingRise / 2
  if (running.phase === 'falling' && !rose) return 'falling'
  // A long climb rests longer than a minute's pump does.
  const rest = fadingMs + (running.peakAt - running.startedAt) / 5
  if (back >= fadingShare || at - running.peakAt >= rest) return 'fading'
  if (running.phase === 'fading' && !rose) return 'fading'
  const moved = Math.abs(Math.log(running.peakPrice / running.startPrice))
  if (running.phase === 'surging' || moved >= surgingRise || tierRank(running.tier) > 1) return 'surging'
  return 'building'
}

/** Brings the phase up to date, which a halt holds as it was. Returns whether it changed. */
export function updatePhase(running: Running, at: number, patience: Patience = pairPatience): boolean {
  if (running.pause === 'halted') return false
  if (running.pause === 'over') {
    // Silence counts from here: nobody could show anything before.
    running.signalAt = at
    delete running.pause
  }
  const phase = phaseOf(running, at, patience)
  if (phase === running.phase) return false
  if (phase === 'fading' || phase === 'falling') running.fadedPeak = running.peakPrice
  running.phase = phase
  running.changedAt = at
  running.updatedAt = Math.max(running.updatedAt, at)
  return true
}

/** A settled episode shows itself again: it goes on as the same one. */
export function reopen(running: Running, at: number): void {
  running.phase = 'fading'
  running.signalAt = at
  running.changedAt = at
}

/** Ends a pair's episode here and now, to be told as settled. */
export function giveWay(pair: PairState, known: Running, at: number): void {
  known.phase = 'settled'
  known.changedAt = at
  pair.ended = known
  pair.past = known
  pair.episode = null
}
