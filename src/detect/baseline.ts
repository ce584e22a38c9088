import { decay } from '../stats/decay.ts'
import { emptyMean, type Mean, pushMean, pushZeros } from '../stats/mean.ts'
import {
  baselineDelay,
  fastHalfLife,
  longestSilence,
  seedMinutes,
  slowHalfLife,
  startVariance,
  varianceCap,
} from './settings.ts'

/**
 * What is usual for one pair, per minute. Minutes enter after a delay, so that an event does not become
 * its own norm; a minute without trades is a zero, a minute without data is nothing.
 * After DETECTION's C28 (half-lives 720 and 4,320 min, capped variance of one-minute returns).
 */
export interface Baseline {
  /** Turnover in quote and trades, per minute. */
  readonly turnover: Mean
  readonly count: Mean
  readonly slowTurnover: Mean
  /** Variance of one-minute log returns. */
  readonly variance: Mean
  /** Minutes that wait to enter, oldest first. */
  readonly waiting: { turnover: number; count: number; square: number }[]
  /** Minutes that entered one by one, a seed not counted. */
  minutes: number
  /** The minute being summed (in observed minutes), and its sums. */
  minute: number
  minuteTurnover: number
  minuteCount: number
  minuteClose: number
  lastClose: number
}

const fast = decay(1, fastHalfLife)
const slow = decay(1, slowHalfLife)

export function emptyBaseline(): Baseline {
  return {
    turnover: emptyMean(),
    count: emptyMean(),
    slowTurnover: emptyMean(),
    variance: { value: startVariance, n: 1 },
    waiting: [],
    minutes: 0,
    minute: -1,
    minuteTurnover: 0,
    minuteCount: 0,
    minuteClose: 0,
    lastClose: 0,
  }
}

/**
 * Gives a cold baseline the day's averages of the venue's 24-h ticker, so that the first hour is not
 * measured against nothing. It counts as `seedMinutes` minutes, so that what is observed soon outweighs it.
 *
 * @param turnover quote traded in the window
 * @param count trades in the window; undefined where the venue does not tell
 * @param range ln(high / low) of the window; variance by Parkinson 1980, σ² = range² / (4 ln 2)
 */
export function seedBaseline(
  baseline: Baseline,
  turnover: number,
  count: number | undefined,
  range: number,
  minutes: number,
): void {
  if (baseline.turnover.n >= seedMinutes) return
  const seed = (mean: Mean, value: number) => {
    mean.value = (mean.value * mean.n + value * (seedMinutes - mean.n)) / seedMinutes
    mean.n = seedMinutes
  }
  seed(baseline.turnover, turnover / minutes)
  seed(baseline.slowTurnover, turnover / minutes)
  if (count !== undefined) seed(baseline.count, count / minutes)
  seed(baseline.variance, range ** 2 / (4 * Math.LN2) / minutes)
}

/** Takes what was traded at an observed minute (see engine's observed time), with the price after it. */
export function pushBaseline(
  baseline: Baseline,
  minute: number,
  close: number,
  turnover: number,
  count: number,
): void {
  if (baseline.minute < 0) {
    baseline.minute = minute
    baseline.lastClose = close
  }
  if (minute > baseline.minute) closeMinutes(baseline, minute)
  baseline.minuteTurnover += turnover
  baseline.minuteCount += count
  baseline.minuteClose = close
}

function closeMinutes(baseline: Baseline, minute: number): void {
  const move = baseline.minuteClose > 0 ? Math.log(baseline.minuteClose / baseline.lastClose) : 0
  baseline.waiting.push({
    turnover: baseline.minuteTurnover,
    count: baseline.minuteCount,
    square: move * move,
  })
  let silent = Math.min(minute - baseline.minute - 1, longestSilence)
  // What enters now is all but the newest `baselineDelay` of those waiting followed by the silent ones.
  let entering = baseline.waiting.length + silent - baselineDelay
  for (; entering > 0 && baseline.waiting.length > 0; entering--) enter(baseline, baseline.waiting.shift()!)
  if (entering > 0) {
    enterSilence(baseline, entering)
    silent -= entering
  }
  for (; silent > 0; silent--) baseline.waiting.push({ turnover: 0, count: 0, square: 0 })
  if (baseline.minuteClose > 0) baseline.lastClose = baseline.minuteClose
  baseline.minutes += minute - baseline.minute
  baseline.minute = minute
  baseline.minuteTurnover = 0
  baseline.minuteCount = 0
}

function enter(baseline: Baseline, minute: { turnover: number; count: number; square: number }): void {
  pushMean(baseline.turnover, minute.turnover, fast)
  pushMean(baseline.slowTurnover, minute.turnover, slow)
  pushMean(baseline.count, minute.count, fast)
  // One wild minute may raise the variance, not own it.
  pushMean(baseline.variance, Math.min(minute.square, varianceCap * baseline.variance.value), fast)
}

function enterSilence(baseline: Baseline, minutes: number): void {
  pushZeros(baseline.turnover, minutes, fast)
  pushZeros(baseline.slowTurnover, minutes, slow)
  pushZeros(baseline.count, minutes, fast)
  pushZeros(baseline.variance, minutes, fast)
}
