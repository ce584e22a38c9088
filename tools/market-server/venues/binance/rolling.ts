import { minuteMs } from '../../market/bar.ts'
import { tickerStatsOf } from '../../market/ticker-stats.ts'
import type { Tape } from '../../market/tape.ts'
import type { TapeWindow } from '../../market/window.ts'
import { fixed, percent } from './fixed.ts'

/** The minute at which a window of whole minutes opens, ms. */
const openTimeOf = (window: TapeWindow, at: number): number =>
  (Math.floor(at / minuteMs) - window.minutes) * minuteMs

/**
 * A row of `!ticker_1h@arr` and its siblings.
 * @param name event name, e.g. `1hTicker`
 */
export function rollingRow(
  tape: Tape,
  window: TapeWindow,
  name: string,
  at: number,
): Record<string, unknown> {
  const of = tickerStatsOf(tape, window)
  return {
    e: name,
    E: at,
    s: tape.instrument.symbol,
    p: fixed(of.last - of.open),
    P: percent(of.open, of.last),
    o: fixed(of.open),
    h: fixed(of.high),
    l: fixed(of.low),
    c: fixed(of.last),
    w: fixed(of.weighted),
    v: fixed(of.base),
    q: fixed(of.quote),
    O: openTimeOf(window, at),
    C: at,
    F: of.firstId,
    L: of.lastId,
    n: of.count,
  }
}

/** A row of `!miniTicker@arr`. */
export function miniRow(tape: Tape, at: number): Record<string, unknown> {
  const of = tickerStatsOf(tape, tape.day)
  return {
    e: '24hrMiniTicker',
    E: at,
    s: tape.instrument.symbol,
    c: fixed(of.last),
    o: fixed(of.open),
    h: fixed(of.high),
    l: fixed(of.low),
    v: fixed(of.base),
    q: fixed(of.quote),
  }
}
