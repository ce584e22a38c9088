import { growColumn, pickRows } from '../../../stats/column.ts'
import { emptyMeans, growMeans, keepMeans, type Means } from '../../../stats/mean.ts'
import { baselineDelayMinutes, startVariance } from '../../settings.ts'

/**
 * Usual turnover, trades and variance per minute, one row per pair. Minutes enter after a delay, so that an event
 * does not raise its own baseline; a minute without trades enters as zero, a minute without data not at all.
 * Half-lives (720 and 4,320 min) and the cap on variance: fitted on 136 announced pumps (Binance 2018–2021; see
 * SCORECARD.md).
 */
export interface Baselines {
  /** Turnover (quote) and number of trades, per minute. */
  readonly turnover: Means
  readonly count: Means
  readonly slowTurnover: Means
  /** Variance of one-minute log returns. */
  readonly variance: Means
  /** Minutes waiting to enter: `baselineDelayMinutes` slots per row, slot = minute mod that; and how many wait. */
  waitingTurnover: Float32Array
  waitingCount: Float32Array
  waitingSquare: Float32Array
  waits: Uint8Array
  /** Observed minutes, without the seed. */
  minutes: Int32Array
  /** The running minute (observed time, minutes; −1 before the first), and its sums. */
  minute: Int32Array
  minuteTurnover: Float64Array
  minuteCount: Float64Array
  /** ln of the newest price, and of the price at the end of the previous minute. */
  close: Float64Array
  lastClose: Float64Array
}

const means = ['turnover', 'count', 'slowTurnover', 'variance'] as const
const waiting = ['waitingTurnover', 'waitingCount', 'waitingSquare'] as const
const sums = ['minuteTurnover', 'minuteCount', 'close', 'lastClose'] as const

/** Baselines without rows. */
export function emptyBaselines(): Baselines {
  return {
    turnover: emptyMeans(),
    count: emptyMeans(),
    slowTurnover: emptyMeans(),
    variance: emptyMeans(),
    waitingTurnover: new Float32Array(0),
    waitingCount: new Float32Array(0),
    waitingSquare: new Float32Array(0),
    waits: new Uint8Array(0),
    minutes: new Int32Array(0),
    minute: new Int32Array(0),
    minuteTurnover: new Float64Array(0),
    minuteCount: new Float64Array(0),
    close: new Float64Array(0),
    lastClose: new Float64Array(0),
  }
}

/** Grows the columns to so many rows. */
export function growBaselines(baselines: Baselines, rows: number): void {
  for (const key of means) {
    // The variance starts from `startVariance`, which counts as one minute.
    if (key === 'variance') growMeans(baselines[key], rows, startVariance, 1)
    else growMeans(baselines[key], rows)
  }
  for (const key of waiting) baselines[key] = growColumn(baselines[key], rows * baselineDelayMinutes)
  baselines.waits = growColumn(baselines.waits, rows)
  baselines.minutes = growColumn(baselines.minutes, rows)
  baselines.minute = growColumn(baselines.minute, rows, -1)
  for (const key of sums) baselines[key] = growColumn(baselines[key], rows)
}

/** Keeps these rows alone, in this order. */
export function keepBaselines(baselines: Baselines, rows: readonly number[]): void {
  for (const key of means) keepMeans(baselines[key], rows)
  for (const key of waiting) baselines[key] = pickRows(baselines[key], rows, baselineDelayMinutes)
  for (const key of sums) baselines[key] = pickRows(baselines[key], rows)
  baselines.waits = pickRows(baselines.waits, rows)
  baselines.minutes = pickRows(baselines.minutes, rows)
  baselines.minute = pickRows(baselines.minute, rows)
}

/** Replaces a row by a row of other baselines. */
export function copyBaseline(from: Baselines, fromRow: number, to: Baselines, row: number): void {
  for (const key of means) {
    to[key].value[row] = from[key].value[fromRow]!
    to[key].n[row] = from[key].n[fromRow]!
  }
  for (const key of waiting) {
    const past = from[key].subarray(fromRow * baselineDelayMinutes, (fromRow + 1) * baselineDelayMinutes)
    to[key].set(past, row * baselineDelayMinutes)
  }
  for (const key of ['waits', 'minutes', 'minute', ...sums] as const) to[key][row] = from[key][fromRow]!
}
