import { advanceSums, clearSums, emptySums, growSums, keepSums, type Sums } from './sums.ts'
import {
  advanceCloses,
  type Closes,
  emptyCloses,
  growCloses,
  keepCloses,
  maxDistance,
  resolution,
  shiftCloses,
} from './closes.ts'
import { growColumn, pickRows } from './column.ts'

/**
 * Bars: the recent history of many pairs, one row each, at several resolutions (rungs): the last minute in steps
 * of 5 s, five minutes in steps of 20 s, an hour in steps of 1 min. Windows are spans of time, never numbers of
 * items: a thin pair, a poll every 10 s and a stream all fill the same steps. Step s covers the time (s, s + 1] ×
 * its length: an observation exactly at the end of a step belongs to it. All prices are natural logs.
 * Reference: round-robin archives, T. Oetiker, RRDtool. Cost: O(1) per push, a few stores when a step ends; 500
 * bytes per row.
 */
export interface Bars {
  /** The running step and the first known one, in finest steps; −1 and 0 before the first push. */
  step: Int32Array
  first: Int32Array
  /** ln of the current price, and of the price that closes are relative to: initially the first price. */
  price: Float64Array
  anchor: Float64Array
  readonly rungs: readonly Rung[]
  /** Number of trades, at the finest resolution only. */
  readonly counts: Sums
}

/** Closes and turnover at one resolution. */
export interface Rung {
  readonly stepMs: number
  /** The step length in finest steps. */
  readonly length: number
  readonly closes: Closes
  readonly turnovers: Sums
}

const finestStepMs = 5000
/** Step lengths in finest steps, and steps kept: a window's and the one before it, for its opening price. */
const ladder = [
  { length: 1, slots: 16 },
  { length: 4, slots: 16 },
  { length: 12, slots: 64 },
] as const

/** Bars without rows. */
export function emptyBars(): Bars {
  const rungs = ladder.map(({ length, slots }) => {
    return { stepMs: length * finestStepMs, length, closes: emptyCloses(slots), turnovers: emptySums(slots) }
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

/** Keeps these rows alone, in this order. */
export function keepBars(bars: Bars, rows: readonly number[]): void {
  bars.step = pickRows(bars.step, rows)
  bars.first = pickRows(bars.first, rows)
  bars.price = pickRows(bars.price, rows)
  bars.anchor = pickRows(bars.anchor, rows)
  for (const { closes, turnovers } of bars.rungs) {
    keepCloses(closes, rows)
    keepSums(turnovers, rows)
  }
  keepSums(bars.counts, rows)
}

/** Clears a row's history: after a gap in the data it is unknown, not zero. */
export function clearBars(bars: Bars, row: number): void {
  if (bars.step[row]! < 0) return
  bars.step[row] = -1
  for (const { turnovers } of bars.rungs) clearSums(turnovers, row)
  clearSums(bars.counts, row)
}

/**
 * Adds one observation; one older than the newest counts into the newest step.
 *
 * @param at ms
 * @param price ln
 * @param turnover of the trades since the previous observation
 * @param count number of those trades
 */
export function pushBar(
  bars: Bars,
  row: number,
  at: number,
  price: number,
  turnover: number,
  count: number,
): void {
  const step = Math.ceil(at / finestStepMs) - 1
  const known = bars.step[row]!
  if (known < 0) {
    bars.step[row] = bars.first[row] = step
    bars.anchor[row] = price
  } else if (step > known) endSteps(bars, row, known, step)
  bars.price[row] = price
  for (let r = 0; r < ladder.length; r++) bars.rungs[r]!.turnovers.running[row]! += turnover
  bars.counts.running[row]! += count
}

/** Ends all steps from `known` up to `step`, which begins. */
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

/** Distance of the current price from the anchor, in units of `resolution`. Moves the anchor if it is too far. */
function distanceOf(bars: Bars, row: number): number {
  const distance = Math.round((bars.price[row]! - bars.anchor[row]!) / resolution)
  if (Math.abs(distance) <= maxDistance) return distance
  for (const { closes } of bars.rungs) shiftCloses(closes, row, distance)
  bars.anchor[row]! += distance * resolution
  return 0
}
