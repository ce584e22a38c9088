import {
  fadedMs,
  fadingMs,
  fadingShare,
  fallenFirstMs,
  fallenMs,
  fallingFirstShare,
  fallingShare,
  firstMinuteMs,
  recoveredShare,
  type SettleDelays,
  settleFallenMs,
  surgingRise,
} from './phase-settings.ts'
import { leastLargeFall } from '../thresholds.ts'
import { medianBeyondSince, timeBeyond } from './recent-prices.ts'
import { type RunningEpisode, trackOf } from './running-episode.ts'

// What a phase goes by. `at`: market time, ms.

/** Share of the move from start to peak that has been given back; 0 while nothing moved. */
export function shareGivenBack({
  startPrice,
  peakPrice,
  lastPrice,
}: Pick<RunningEpisode, 'startPrice' | 'peakPrice' | 'lastPrice'>): number {
  const move = peakPrice - startPrice
  return move === 0 ? 0 : (peakPrice - lastPrice) / move
}

/** Whether the peak is clearly above the one from which it faded. */
export function hasRisenAgain({ direction, peakPrice, fadedPeak }: RunningEpisode): boolean {
  return direction * Math.log(peakPrice / fadedPeak) > surgingRise / 2
}

/**
 * Whether half is given back, and has been for a while by the median of the last half minute. In its first minute a
 * move has to have given back more: there a price that hops about the half is as likely to rise again.
 */
export function hasFallen(running: RunningEpisode, at: number): boolean {
  const { beganAt, fallenSince } = trackOf(running)
  if (fallenSince === null) return false
  const isFirst = at - beganAt < firstMinuteMs
  return (
    shareGivenBack(running) >= (isFirst ? fallingFirstShare : fallingShare) &&
    at - fallenSince >= (isFirst ? fallenFirstMs : fallenMs)
  )
}

/**
 * Whether a rise has fallen from its peak by what is a large fall in itself, and stood there for half of the last half
 * minute: a steep rise keeps half of itself for long after such a fall. Once for one peak, and not where it would count
 * as recovered at once.
 */
export function hasFallenFar(running: RunningEpisode, at: number): boolean {
  const { direction, peakPrice, peakAt, lastPrice, fallenPeak } = running
  if (direction < 0 || fallenPeak === peakPrice || shareGivenBack(running) < recoveredShare) return false
  const level = peakPrice * Math.exp(-leastLargeFall)
  return lastPrice <= level && timeBeyond(trackOf(running).recent, level, -1, at, peakAt) >= fadedMs
}

/** Notices whether the median of the last half minute has come to stand below half of the move, or no longer does. */
export function noticeFall(running: RunningEpisode, median: number, at: number): void {
  const { peakPrice, startPrice, direction } = running
  const track = trackOf(running)
  const half = peakPrice - fallingShare * (peakPrice - startPrice)
  const isBelow = direction * (median - half) < 0
  const side = direction === 1 ? -1 : 1
  track.fallenSince = isBelow ? (track.fallenSince ?? medianBeyondSince(track.recent, half, side, at)) : null
}

/** Whether a quarter is given back, and was for half of the last half minute. */
export function hasFaded(running: RunningEpisode, at: number): boolean {
  return stands(running, fadingShare, 'below', at, fadedMs)
}

/** Whether most of what was given back has come again, and stood for half of the last half minute. */
export function hasRecovered(running: RunningEpisode, at: number): boolean {
  return stands(running, recoveredShare, 'above', at, fadedMs)
}

/**
 * Whether the price stands where so much of the move is given back, or less (`above`) or more than that: now, and for
 * at least `ms` of the last half minute.
 */
function stands(
  running: RunningEpisode,
  share: number,
  where: 'above' | 'below',
  at: number,
  ms: number,
): boolean {
  const { peakPrice, startPrice, direction, lastPrice } = running
  if (peakPrice === startPrice) return false
  const level = peakPrice - share * (peakPrice - startPrice)
  const side = (where === 'above') === (direction === 1) ? 1 : -1
  const { recent, beganAt } = trackOf(running)
  return side * (lastPrice - level) >= 0 && timeBeyond(recent, level, side, at, beganAt) >= ms
}

/** Whether the move has made no new peak for a while; a long climb rests longer than a minute's pump does. */
export function hasStopped(running: RunningEpisode, at: number): boolean {
  const restMs = fadingMs + (running.peakAt - running.startedAt) / 5
  const { phaseAt, resumedAt } = trackOf(running)
  return at - Math.max(running.peakAt, phaseAt, resumedAt) >= restMs
}

/** Whether it is over: no sign for a while, no new peak, and a price that rests. */
export function hasSettled(running: RunningEpisode, at: number, delays: SettleDelays): boolean {
  const { resumedAt, restSince } = trackOf(running)
  if (at - Math.max(running.peakAt, resumedAt) < settleFallenMs) return false
  // What took hours to rise does not end with a quarter of an hour's rest.
  const slowMs = (running.peakAt - running.startedAt) / 3
  const isFallen = running.phase === 'falling'
  const quietMs = at - running.signalAt
  if (quietMs >= delays.longestQuietMs + slowMs) return true
  if (quietMs < (isFallen ? delays.settleFallenMs : delays.settleMs + slowMs)) return false
  return at - restSince >= settleFallenMs
}

/** How far (log) the price has moved from start to peak. */
export function moveOf({ peakPrice, startPrice }: RunningEpisode): number {
  return Math.abs(Math.log(peakPrice / startPrice))
}
