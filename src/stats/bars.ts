import { advanceSums, clearSums, emptySums, growSums, type Sums } from './sums.ts'
import {
  advanceCloses,
  type Closes,
  emptyCloses,
  grain,
  growCloses,
  maxDistance,
  shiftCloses,
} from './closes.ts'
import { growColumn } from './column.ts'

/**
 * Bars: recent prices, turnover and trade counts of many pairs, one row per pair, at three resolutions: the last
 * minute in steps of 5 s, five minutes in steps of 20 s, an hour in steps of one minute. Windows are spans of
 * time, not numbers of items: an illiquid pair, a poll every 10 s and a stream all fill the same steps. Step s
 * covers the time (s, s + 1] × its length, so an observation at the very end of a step belongs to it. Prices are
 * natural logs.
 * Reference: round-robin archives, T. Oetiker, RRDtool. Cost: O(1) per push, a few stores when a step ends; 500
 * bytes per row.
 */
export interface Bars {
  /** Current and first known step at the finest resolution; −1 and 0 before the first push. */
  step: Int32Array
  first: Int32Array
  /** ln of the current price, and of the price that stored closes are relative to (initially the first price). */
  price: Float64Array
  anchor: Float64Array
  /** Resolutions, finest first. */
  readonly rungs: readonly Rung[]
  /** Trade counts, at the finest resolution only. */
  readonly counts: Sums
}

/** Closes and turnover at one resolution. */
export interface Rung {
  readonly stepMs: number
  /** Step length in units of the finest step. */
  readonly length: number
  readonly closes: Closes
  readonly turnovers: Sums
}

const shortestMs = 5000
/**
 * Step length in finest steps, and number of steps kept: a window plus the step before it, its reference close.
 */
const ladder = [
  { length: 1, slots: 16 },
  { length: 4, slots: 16 },
  { length: 12, slots: 64 },
] as const

/** Bars with no rows. */
export function emptyBars(): Bars {
  const rungs = ladder.map(({ length, slots }) => {
    return { stepMs: length * shortestMs, length, closes: emptyCloses(slots), turnovers: emptySums(slots) }
  })
  const [step, first] = [new Int32Array(0), new Int32Array(0)]
  const [price, anchor] = [new Float64Array(0), new Float64Array(0)]
  return { step, first, price, anchor, rungs, counts: emptySums(ladder[0].slots) }
}

/** Grows to a number of rows. */
export function growBars(bars: Bars, rows: number): void {
  bars.step = growColumn(bars.step, rows, -1)
  bars.first = growColumn(bars.first, rows)
  bars.price = growColumn(bars.price, rows)
  bars.anchor = growColumn(bars.anchor, rows)
  for (const { closes, turnovers } of bars.rungs) {
    growCloses(closes, rows)
    growSums(turnovers, rows)
  }
  growSums(bars.counts, rows)
}

/** Clears a row: after a gap in the data its history is unknown, not zero. */
export function clearBars(bars: Bars, row: number): void {
  if (bars.step[row]! < 0) return
  bars.step[row] = -1
  for (const { turnovers } of bars.rungs) clearSums(turnovers, row)
  clearSums(bars.counts, row)
}

/**
 * Adds one observation. One that is older than the current step is counted in the current step.
 *
 * @param at ms
 * @param price ln of the current price
 * @param turnover turnover since the previous observation
 * @param count trades since the previous observation
 */
export function pushBar(
  bars: Bars,
  row: number,
  at: number,
  price: number,
  turnover: number,
  count: number,
): void {
  const step = Math.ceil(at / shortestMs) - 1
  const known = bars.step[row]!
  if (known < 0) {
    bars.step[row] = bars.first[row] = step
    bars.anchor[row] = price
  } else if (step > known) endSteps(bars, row, known, step)
  bars.price[row] = price
  for (let r = 0; r < ladder.length; r++) bars.rungs[r]!.turnovers.running[row]! += turnover
  bars.counts.running[row]! += count
}

/** Closes the steps from `known` up to `step`, which becomes the current one. */
function endSteps(bars: Bars, row: number, known: number, step: number): void {
  const distance = distanceOf(bars, row)
  for (const { length, closes, turnovers } of bars.rungs) {
    const [from, to] = [Math.floor(known / length), Math.floor(step / length)]
    if (from === to) continue
    advanceCloses(closes, row, from, to, distance)
    advanceSums(turnovers, row, from, to)
  }
  advanceSums(bars.counts, row, known, step)
  bars.step[row] = step
}

/** Distance of the current price from the anchor, in grains. Moves the anchor if the distance exceeds 16 bits. */
function distanceOf(bars: Bars, row: number): number {
  const distance = Math.round((bars.price[row]! - bars.anchor[row]!) / grain)
  if (Math.abs(distance) <= maxDistance) return distance
  for (const { closes } of bars.rungs) shiftCloses(closes, row, distance)
  bars.anchor[row]! += distance * grain
  return 0
}
