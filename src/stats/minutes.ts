import type { Bars } from './bars.ts'
import { distanceAt, resolution } from './closes.ts'
import { stepSum, sumSteps } from './sums.ts'

// The last hour of a row by minute, for moves too slow for the shorter windows. Every query is for a time `at`
// (ms): the minutes since the newest push were silent, with an unchanged price and no turnover.

/** Index of the rung with steps of one minute. */
export const minuteRung = 2
const minuteMs = 60_000
const stepsPerMinute = 12

/** Number of known minutes before the current one, at most 60. */
export function minutesKnown(bars: Bars, row: number, at: number): number {
  return bars.step[row]! < 0 ? 0 : Math.min(60, runningMinute(bars, row, at) - firstMinute(bars, row))
}

/**
 * ln of the close of the minute `ago` (at most 60) before the current one, or of the first known minute; NaN
 * without any.
 */
export function closeAgo(bars: Bars, row: number, at: number, ago: number): number {
  const newest = bars.step[row]!
  if (newest < 0) return NaN
  const running = Math.floor(newest / stepsPerMinute)
  const minute = Math.max(runningMinute(bars, row, at) - ago, firstMinute(bars, row))
  if (minute >= running) return bars.price[row]!
  return bars.anchor[row]! + distanceAt(bars.rungs[minuteRung]!.closes, row, minute) * resolution
}

/** Turnover of the last `minutes`, including the current one. */
export function turnoverOfMinutes(bars: Bars, row: number, at: number, minutes: number): number {
  if (bars.step[row]! < 0) return 0
  const first = runningMinute(bars, row, at) - minutes + 1
  return sumSteps(bars.rungs[minuteRung]!.turnovers, row, first, Math.floor(bars.step[row]! / stepsPerMinute))
}

/** Share of the last `minutes` before the current one with more than `turnover`; 0 without any known minute. */
export function busyShare(bars: Bars, row: number, at: number, minutes: number, turnover: number): number {
  const known = Math.min(minutes, minutesKnown(bars, row, at))
  const now = runningMinute(bars, row, at)
  let busy = 0
  for (let minute = now - known; minute < now; minute++) if (turnoverAt(bars, row, minute) > turnover) busy++
  return known === 0 ? 0 : busy / known
}

/** Visits the known minutes before the current one, oldest first: end (ms), ln of the close, turnover. */
export function forEachMinute(
  bars: Bars,
  row: number,
  at: number,
  visit: (at: number, price: number, turnover: number) => void,
): void {
  const now = runningMinute(bars, row, at)
  for (let ago = minutesKnown(bars, row, at); ago > 0; ago--)
    visit((now - ago + 1) * minuteMs, closeAgo(bars, row, at, ago), turnoverAt(bars, row, now - ago))
}

function turnoverAt(bars: Bars, row: number, minute: number): number {
  const running = Math.floor(bars.step[row]! / stepsPerMinute)
  const { turnovers } = bars.rungs[minuteRung]!
  if (minute === running) return turnovers.running[row]!
  return minute < running ? stepSum(turnovers, row, minute) : 0
}

/** Number of the current minute at `at`, at least that of the newest push. */
function runningMinute(bars: Bars, row: number, at: number): number {
  return Math.max(Math.ceil(at / minuteMs) - 1, Math.floor(bars.step[row]! / stepsPerMinute))
}

function firstMinute(bars: Bars, row: number): number {
  return Math.floor(bars.first[row]! / stepsPerMinute)
}
