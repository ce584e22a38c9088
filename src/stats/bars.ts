import { clearSums, emptySums, growSums, type Sums, turnSums } from './sums.ts'
import { type Closes, emptyCloses, farthest, grain, growCloses, shiftCloses, turnCloses } from './closes.ts'
import { grown } from './column.ts'

/**
 * Bars: what many pairs did lately, a row each, on a ladder of ever longer steps: the last minute in steps of
 * five seconds, five minutes in steps of twenty, an hour minute by minute. Windows are spans of time, never numbers of
 * items: a thin pair, a poll every 10 s and a stream all fill the same steps. Step s is the time (s, s + 1] × its length, so
 * that what is told at a step's very end still belongs to it. All prices are natural logs.
 * Reference: round-robin archives, T. Oetiker, RRDtool. Cost: O(1) a push, a few stores when a step ends; 500 bytes a row.
 */
export interface Bars {
  /** The shortest step that runs, and the first one known; −1 and 0 before the first push. */
  step: Int32Array
  first: Int32Array
  /** ln of the price now, and of what kept prices are measured from: at first the first price. */
  price: Float64Array
  anchor: Float64Array
  readonly rungs: readonly Rung[]
  /** Trades, in the shortest steps only. */
  readonly counts: Sums
}

/** Closes and turnover in steps of one length. */
export interface Rung {
  readonly stepMs: number
  /** The same in shortest steps. */
  readonly length: number
  readonly closes: Closes
  readonly turnovers: Sums
}

const shortestMs = 5000
/** Lengths in shortest steps, and how many are kept: a window and the step before it, whose close it is measured from. */
const ladder = [
  { length: 1, slots: 16 },
  { length: 4, slots: 16 },
  { length: 12, slots: 64 },
] as const

/** Bars of no rows yet. */
export function emptyBars(): Bars {
  const rungs = ladder.map(({ length, slots }) => {
    return { stepMs: length * shortestMs, length, closes: emptyCloses(slots), turnovers: emptySums(slots) }
  })
  const [step, first] = [new Int32Array(0), new Int32Array(0)]
  const [price, anchor] = [new Float64Array(0), new Float64Array(0)]
  return { step, first, price, anchor, rungs, counts: emptySums(ladder[0].slots) }
}

/** Makes room for so many rows. */
export function growBars(bars: Bars, rows: number): void {
  bars.step = grown(bars.step, rows, -1)
  bars.first = grown(bars.first, rows)
  bars.price = grown(bars.price, rows)
  bars.anchor = grown(bars.anchor, rows)
  for (const { closes, turnovers } of bars.rungs) {
    growCloses(closes, rows)
    growSums(turnovers, rows)
  }
  growSums(bars.counts, rows)
}

/** Forgets a row's past: after a gap it is unknown, not zero. */
export function clearBars(bars: Bars, row: number): void {
  if (bars.step[row]! < 0) return
  bars.step[row] = -1
  for (const { turnovers } of bars.rungs) clearSums(turnovers, row)
  clearSums(bars.counts, row)
}

/**
 * Takes one observation; an older one counts into the newest step.
 *
 * @param at ms
 * @param price ln of the price now
 * @param turnover, count what was traded since the observation before
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

/** Ends the steps from `known` on; the last one begins at `step`. */
function endSteps(bars: Bars, row: number, known: number, step: number): void {
  const distance = distanceOf(bars, row)
  for (const { length, closes, turnovers } of bars.rungs) {
    const [from, to] = [Math.floor(known / length), Math.floor(step / length)]
    if (from === to) continue
    turnCloses(closes, row, from, to, distance)
    turnSums(turnovers, row, from, to)
  }
  turnSums(bars.counts, row, known, step)
  bars.step[row] = step
}

/** How far the price now lies from the anchor, grains; the anchor follows where it is out of reach. */
function distanceOf(bars: Bars, row: number): number {
  const distance = Math.round((bars.price[row]! - bars.anchor[row]!) / grain)
  if (Math.abs(distance) <= farthest) return distance
  for (const { closes } of bars.rungs) shiftCloses(closes, row, distance)
  bars.anchor[row]! += distance * grain
  return 0
}
