import type { Bars } from './bars.ts'
import { distanceAt, grain } from './closes.ts'
import { sumAt, sumOf } from './sums.ts'

// The hour of a row, minute by minute: what happens too slowly for the shorter windows. Every question is asked
// at a moment (ms): the minutes since the newest push were silent, they keep the price and turn over nothing.

/** The place of the minutes on the ladder. */
export const minuteRung = 2
const minuteMs = 60_000
const length = 12

/** Minutes known before the present one, at most 60. */
export function minutesKnown(bars: Bars, row: number, at: number): number {
  return bars.step[row]! < 0 ? 0 : Math.min(60, minuteOf(bars, row, at) - firstOf(bars, row))
}

/** ln of the price at the end of the minute that lies `ago` (at most 60) before the present one, or of the first known one; NaN without any. */
export function closeAgo(bars: Bars, row: number, at: number, ago: number): number {
  const newest = bars.step[row]!
  if (newest < 0) return NaN
  const running = Math.floor(newest / length)
  const minute = Math.max(minuteOf(bars, row, at) - ago, firstOf(bars, row))
  if (minute >= running) return bars.price[row]!
  return bars.anchor[row]! + distanceAt(bars.rungs[minuteRung]!.closes, row, minute) * grain
}

/** What was turned over in the newest `minutes`, the present one included. */
export function turnoverOf(bars: Bars, row: number, at: number, minutes: number): number {
  if (bars.step[row]! < 0) return 0
  const first = minuteOf(bars, row, at) - minutes + 1
  return sumOf(bars.rungs[minuteRung]!.turnovers, row, first, Math.floor(bars.step[row]! / length))
}

/** Share of the newest `minutes` before the present one in which more than `turnover` changed hands; 0 without any. */
export function busyShare(bars: Bars, row: number, at: number, minutes: number, turnover: number): number {
  const known = Math.min(minutes, minutesKnown(bars, row, at))
  const now = minuteOf(bars, row, at)
  let busy = 0
  for (let minute = now - known; minute < now; minute++) if (turnoverAt(bars, row, minute) > turnover) busy++
  return known === 0 ? 0 : busy / known
}

/** The known minutes before the present one, oldest first: when each was over (ms), ln of its close, its turnover. */
export function eachMinute(
  bars: Bars,
  row: number,
  at: number,
  visit: (at: number, price: number, turnover: number) => void,
): void {
  const now = minuteOf(bars, row, at)
  for (let ago = minutesKnown(bars, row, at); ago > 0; ago--)
    visit((now - ago + 1) * minuteMs, closeAgo(bars, row, at, ago), turnoverAt(bars, row, now - ago))
}

function turnoverAt(bars: Bars, row: number, minute: number): number {
  const running = Math.floor(bars.step[row]! / length)
  const { turnovers } = bars.rungs[minuteRung]!
  if (minute === running) return turnovers.running[row]!
  return minute < running ? sumAt(turnovers, row, minute) : 0
}

/** The minute that runs at `at`, not before the newest push. */
function minuteOf(bars: Bars, row: number, at: number): number {
  return Math.max(Math.ceil(at / minuteMs) - 1, Math.floor(bars.step[row]! / length))
}

function firstOf(bars: Bars, row: number): number {
  return Math.floor(bars.first[row]! / length)
}
