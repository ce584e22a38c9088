import { growColumn } from '../../stats/column.ts'
import { emptyMeans, growMeans, type Means } from '../../stats/mean.ts'
import { baselineDelay, startVariance } from '../settings.ts'

/**
 * What is usual for each pair, per minute, a row each. Minutes enter after a delay, so that an event does not become
 * its own norm; a minute without trades is a zero, a minute without data is nothing.
 * After DETECTION's C28 (half-lives 720 and 4,320 min, capped variance of one-minute returns).
 */
export interface Baselines {
  /** Turnover in quote and trades, per minute. */
  readonly turnover: Means
  readonly count: Means
  readonly slowTurnover: Means
  /** Variance of one-minute log returns. */
  readonly variance: Means
  /** Minutes that wait to enter, `baselineDelay` places a row, by minute; and how many do. */
  waitingTurnover: Float32Array
  waitingCount: Float32Array
  waitingSquare: Float32Array
  waits: Uint8Array
  /** Minutes that entered one by one, a seed not counted. */
  minutes: Int32Array
  /** The minute being summed (in observed minutes; −1 before the first), and its sums. */
  minute: Int32Array
  minuteTurnover: Float64Array
  minuteCount: Float64Array
  /** ln of the newest price and of the one at the end of the minute before. */
  close: Float64Array
  lastClose: Float64Array
}

const means = ['turnover', 'count', 'slowTurnover', 'variance'] as const
const waiting = ['waitingTurnover', 'waitingCount', 'waitingSquare'] as const
const sums = ['minuteTurnover', 'minuteCount', 'close', 'lastClose'] as const

/** Baselines of no rows yet. */
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

/** Makes room for so many rows. */
export function growBaselines(baselines: Baselines, rows: number): void {
  for (const key of means) {
    // The variance begins with a value of its own, which counts as one minute.
    if (key === 'variance') growMeans(baselines[key], rows, startVariance, 1)
    else growMeans(baselines[key], rows)
  }
  for (const key of waiting) baselines[key] = growColumn(baselines[key], rows * baselineDelay)
  baselines.waits = growColumn(baselines.waits, rows)
  baselines.minutes = growColumn(baselines.minutes, rows)
  baselines.minute = growColumn(baselines.minute, rows, -1)
  for (const key of sums) baselines[key] = growColumn(baselines[key], rows)
}

/** Takes up the past of another row: as if this one had listened all along. */
export function copyBaseline(from: Baselines, fromRow: number, to: Baselines, row: number): void {
  for (const key of means) {
    to[key].value[row] = from[key].value[fromRow]!
    to[key].n[row] = from[key].n[fromRow]!
  }
  for (const key of waiting) {
    const past = from[key].subarray(fromRow * baselineDelay, (fromRow + 1) * baselineDelay)
    to[key].set(past, row * baselineDelay)
  }
  for (const key of ['waits', 'minutes', 'minute', ...sums] as const) to[key][row] = from[key][fromRow]!
}
