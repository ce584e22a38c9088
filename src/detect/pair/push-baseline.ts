import { decay } from '../../stats/decay.ts'
import { type Means, pushMean, pushZeros } from '../../stats/mean.ts'
import type { Baselines } from './baselines.ts'
import {
  baselineDelayMinutes,
  fastHalfLifeMinutes,
  maxSilentMinutes,
  seedMinutes,
  slowHalfLifeMinutes,
  varianceCap,
} from '../settings.ts'

const fast = decay(1, fastHalfLifeMinutes)
const slow = decay(1, slowHalfLifeMinutes)

/**
 * Gives a cold baseline the day's averages of the venue's 24-h ticker, so that the first hour is not
 * measured against nothing. It counts as `seedMinutes` minutes, so that what is observed soon outweighs it.
 *
 * @param turnover quote traded in the window
 * @param count trades in the window; undefined where the venue does not tell
 * @param range ln(high / low) of the window; variance by Parkinson 1980, σ² = range² / (4 ln 2)
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
 * Takes what was traded at an observed minute (see engine's observed time).
 *
 * @param close ln of the price after it
 */
export function pushBaseline(
  baselines: Baselines,
  row: number,
  minute: number,
  close: number,
  turnover: number,
  count: number,
): void {
  const known = baselines.minute[row]!
  if (known < 0) {
    baselines.minute[row] = minute
    baselines.lastClose[row] = close
  } else if (minute > known) closeMinutes(baselines, row, known, minute)
  baselines.minuteTurnover[row]! += turnover
  baselines.minuteCount[row]! += count
  baselines.close[row] = close
}

function closeMinutes(baselines: Baselines, row: number, known: number, minute: number): void {
  const move = baselines.close[row]! - baselines.lastClose[row]!
  wait(baselines, row, known, baselines.minuteTurnover[row]!, baselines.minuteCount[row]!, move * move)
  const silent = Math.min(minute - known - 1, maxSilentMinutes)
  for (let i = 1; i <= Math.min(silent, baselineDelayMinutes); i++) wait(baselines, row, known + i, 0, 0, 0)
  // By now nothing but silence waits: the rest of it enters at once.
  if (silent > baselineDelayMinutes) enterSilence(baselines, row, silent - baselineDelayMinutes)
  baselines.lastClose[row] = baselines.close[row]!
  baselines.minutes[row]! += minute - known
  baselines.minute[row] = minute
  baselines.minuteTurnover[row] = 0
  baselines.minuteCount[row] = 0
}

/** A minute begins to wait; the one that came `baselineDelay` before it enters. */
function wait(
  baselines: Baselines,
  row: number,
  minute: number,
  turnover: number,
  count: number,
  square: number,
): void {
  const place = row * baselineDelayMinutes + (minute % baselineDelayMinutes)
  if (baselineDelayMinutes === baselines.waits[row]) enter(baselines, row, place)
  else baselines.waits[row]!++
  baselines.waitingTurnover[place] = turnover
  baselines.waitingCount[place] = count
  baselines.waitingSquare[place] = square
}

function enter(baselines: Baselines, row: number, place: number): void {
  const turnover = baselines.waitingTurnover[place]!
  pushMean(baselines.turnover, row, turnover, fast)
  pushMean(baselines.slowTurnover, row, turnover, slow)
  pushMean(baselines.count, row, baselines.waitingCount[place]!, fast)
  // One wild minute may raise the variance, not own it.
  const cap = varianceCap * baselines.variance.value[row]!
  pushMean(baselines.variance, row, Math.min(baselines.waitingSquare[place]!, cap), fast)
}

function enterSilence(baselines: Baselines, row: number, minutes: number): void {
  pushZeros(baselines.turnover, row, minutes, fast)
  pushZeros(baselines.slowTurnover, row, minutes, slow)
  pushZeros(baselines.count, row, minutes, fast)
  pushZeros(baselines.variance, row, minutes, fast)
}
