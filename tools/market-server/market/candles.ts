import type { Bar } from './bar.ts'
import { minuteMs, mergeBars } from './bar.ts'
import type { Tape } from './tape.ts'

/** What a listing makes of a minute of its tape. */
export type Convert = (bar: Bar) => Bar

/** Bars of `minutes` up to `now`; minutes without trades become flat bars, so there are no gaps. */
export function candlesOf(tape: Tape, minutes: number, now: number, convert: Convert = (bar) => bar): Bar[] {
  const newest = Math.floor(now / minuteMs / minutes) * minutes
  return fillGaps(mergeBars(tape.bars.map(convert), minutes), minutes, newest + minutes)
}

/** The bars with a flat one where there is none, up to the minute `until`. */
export function fillGaps(bars: readonly Bar[], minutes: number, until: number): Bar[] {
  const whole: Bar[] = []
  for (const bar of bars) {
    fill(whole, bar.minute, minutes)
    whole.push(bar)
  }
  fill(whole, until, minutes)
  return whole
}

function fill(bars: Bar[], until: number, minutes: number): void {
  for (let last = bars.at(-1); last && last.minute + minutes < until; last = bars.at(-1)) {
    const { close } = last
    const flat = {
      open: close,
      high: close,
      low: close,
      close,
      base: 0,
      quote: 0,
      count: 0,
      buyBase: 0,
      buyQuote: 0,
    }
    bars.push({ minute: last.minute + minutes, ...flat, firstId: -1 })
  }
}
