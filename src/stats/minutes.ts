import type { Bars } from './bars.ts'
import { distanceAt, grain } from './closes.ts'
import { sumAt, sumOf } from './sums.ts'

// The last hour of a row by minute, for moves too slow for the shorter windows. `at` is the time of the query
// (ms): minutes since the latest push had no data, so they keep the price and have no turnover.

/** Index of the rung with one-minute steps. */
export const minuteRung = 2
const minuteMs = 60_000
const stepsPerMinute = 12

/** Number of known minutes before the current one, at most 60. */
export function knownMinutes(bars: Bars, row: number, at: number): number {
  return bars.step[row]! < 0 ? 0 : Math.min(60, currentMinute(bars, row, at) - firstMinute(bars, row))
}

/**
 * ln of the price at the end of a minute; NaN without data.
 *
 * @param ago minutes before the current one, at most 60; limited to the first known minute
 */
export function minuteClose(bars: Bars, row: number, at: number, ago: number): number {
  const newest = bars.step[row]!
  if (newest < 0) return NaN
  const running = Math.floor(newest / stepsPerMinute)
  const minute = Math.max(currentMinute(bars, row, at) - ago, firstMinute(bars, row))
  if (minute >= running) return bars.price[row]!
  return bars.anchor[row]! + distanceAt(bars.rungs[minuteRung]!.closes, row, minute) * grain
}

/** Turnover of the latest `minutes`, including the current one. */
export function turnoverOfMinutes(bars: Bars, row: number, at: number, minutes: number): number {
  if (bars.step[row]! < 0) return 0
  const first = currentMinute(bars, row, at) - minutes + 1
  return sumOf(bars.rungs[minuteRung]!.turnovers, row, first, Math.floor(bars.step[row]! / stepsPerMinute))
}

/** Share of the latest `minutes` before the current one with more than `turnover`; 0 without data. */
export function busyMinuteShare(
  bars: Bars,
  row: number,
  at: number,
  minutes: number,
  turnover: number,
): number {
  const known = Math.min(minutes, knownMinutes(bars, row, at))
  const now = currentMinute(bars, row, at)
  let busy = 0
  for (let minute = now - known; minute < now; minute++)
    if (turnoverOfMinute(bars, row, minute) > turnover) busy++
  return known === 0 ? 0 : busy / known
}

/** Visits the known minutes before the current one, oldest first: end (ms), ln of the close, turnover. */
export function eachMinute(
  bars: Bars,
  row: number,
  at: number,
  visit: (at: number, price: number, turnover: number) => void,
): void {
  const now = currentMinute(bars, row, at)
  for (let ago = knownMinutes(bars, row, at); ago > 0; ago--)
    visit((now - ago + 1) * minuteMs, minuteClose(bars, row, at, ago), turnoverOfMinute(bars, row, now - ago))
}

function turnoverOfMinute(bars: Bars, row: number, minute: number): number {
  const running = Math.floor(bars.step[row]! / stepsPerMinute)
  const { turnovers } = bars.rungs[minuteRung]!
  if (minute === running) return turnovers.running[row]!
  return minute < running ? sumAt(turnovers, row, minute) : 0
}

/** The minute that contains `at`, not before the latest push. */
function currentMinute(bars: Bars, row: number, at: number): number {
  return Math.max(Math.ceil(at / minuteMs) - 1, Math.floor(bars.step[row]! / stepsPerMinute))
}

function firstMinute(bars: Bars, row: number): number {
  return Math.floor(bars.first[row]! / stepsPerMinute)
}
