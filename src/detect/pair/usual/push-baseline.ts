import { decay } from '../../../stats/decay.ts'
import { type Means, pushMean, pushZeros } from '../../../stats/mean.ts'
import type { Baselines } from './baselines.ts'
import {
  baselineDelayMinutes,
  fastHalfLifeMinutes,
  maxSilentMinutes,
  seedMinutes,
  slowHalfLifeMinutes,
  varianceCap,
} from '../../settings.ts'

const fast = decay(1, fastHalfLifeMinutes)
const slow = decay(1, slowHalfLifeMinutes)

/**
 * Seeds a new baseline with the averages of the venue's 24-h ticker, so that the first hour is not measured
 * against zero. The seed counts as `seedMinutes` minutes, so that observed minutes soon outweigh it.
 *
 * @param turnover turnover of the window, quote
 * @param count trades of the window; undefined where the venue does not publish it
 * @param range ln(high / low) of the window; variance by Parkinson 1980: σ² = range² / (4 ln 2)
 * @param minutes length of the window
 */
export function seedBaseline(
  baselines: Baselines,
  row: number,
  turnover: number,
  count: number | undefined,
  range: number,
  minutes: number,
): void {
  if (baselines.turnover.n[row]! >= seedMinutes) return
  const seed = ({ value, n }: Means, mean: number) => {
    value[row] = (value[row]! * n[row]! + mean * (seedMinutes - n[row]!)) / seedMinutes
    n[row] = seedMinutes
  }
  seed(baselines.turnover, turnover / minutes)
  seed(baselines.slowTurnover, turnover / minutes)
  if (count !== undefined) seed(baselines.count, count / minutes)
  seed(baselines.variance, range ** 2 / (4 * Math.LN2) / minutes)
}

/**
 * Adds turnover and trades to a minute of observed time.
 *
 * @param minute market time less all data gaps, in whole minutes
 * @param close ln of the newest price
 */
export function pushBaseline(
  baselines: Baselines,
  row: number,
  minute: number,
  close: number,
  turnover: number,
  count: number,
): void {
  const running = baselines.minute[row]!
  if (running < 0) {
    baselines.minute[row] = minute
    baselines.lastClose[row] = close
  } else if (minute > running) closeMinutes(baselines, row, running, minute)
  baselines.minuteTurnover[row]! += turnover
  baselines.minuteCount[row]! += count
  baselines.close[row] = close
}

/** What moved before the newest price, across a data gap, is no move of the running minute. */
export function restartMinute(
  { close, lastClose }: Pick<Baselines, 'close' | 'lastClose'>,
  row: number,
): void {
  lastClose[row] = close[row]!
}

/** Closes the running minute and the silent ones after it, and starts `minute`. */
function closeMinutes(baselines: Baselines, row: number, running: number, minute: number): void {
  const move = baselines.close[row]! - baselines.lastClose[row]!
  enqueueMinute(
    baselines,
    row,
    running,
    baselines.minuteTurnover[row]!,
    baselines.minuteCount[row]!,
    move * move,
  )
  const silent = Math.min(minute - running - 1, maxSilentMinutes)
  for (let i = 1; i <= Math.min(silent, baselineDelayMinutes); i++)
    enqueueMinute(baselines, row, running + i, 0, 0, 0)
  // Now only silent minutes wait, so the others enter in one step.
  if (silent > baselineDelayMinutes) pushSilentMinutes(baselines, row, silent - baselineDelayMinutes)
  baselines.lastClose[row] = baselines.close[row]!
  baselines.minutes[row]! += minute - running
  baselines.minute[row] = minute
  baselines.minuteTurnover[row] = 0
  baselines.minuteCount[row] = 0
}

/** Lets a minute wait; the one `baselineDelayMinutes` before it enters the means. */
function enqueueMinute(
  baselines: Baselines,
  row: number,
  minute: number,
  turnover: number,
  count: number,
  square: number,
): void {
  const slot = row * baselineDelayMinutes + (minute % baselineDelayMinutes)
  if (baselineDelayMinutes === baselines.waits[row]) pushMinute(baselines, row, slot)
  else baselines.waits[row]!++
  baselines.waitingTurnover[slot] = turnover
  baselines.waitingCount[slot] = count
  baselines.waitingSquare[slot] = square
}

function pushMinute(baselines: Baselines, row: number, slot: number): void {
  const turnover = baselines.waitingTurnover[slot]!
  pushMean(baselines.turnover, row, turnover, fast)
  pushMean(baselines.slowTurnover, row, turnover, slow)
  pushMean(baselines.count, row, baselines.waitingCount[slot]!, fast)
  // Capped, so that a single extreme minute does not dominate the variance.
  const cap = varianceCap * baselines.variance.value[row]!
  pushMean(baselines.variance, row, Math.min(baselines.waitingSquare[slot]!, cap), fast)
}

function pushSilentMinutes(baselines: Baselines, row: number, minutes: number): void {
  pushZeros(baselines.turnover, row, minutes, fast)
  pushZeros(baselines.slowTurnover, row, minutes, slow)
  pushZeros(baselines.count, row, minutes, fast)
  pushZeros(baselines.variance, row, minutes, fast)
}
