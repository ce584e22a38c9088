import { MINUTE } from '../../market/bar.ts'
import type { Tape } from '../../market/tape.ts'
import type { Window } from '../../market/window.ts'
import { extremes } from '../../market/window.ts'
import { fixed, percent } from './fixed.ts'

/** Figures of one rolling window in Binance's terms. */
export interface Figures {
  readonly open: number
  readonly high: number
  readonly low: number
  readonly last: number
  readonly base: number
  readonly quote: number
  readonly weighted: number
  readonly firstId: number
  readonly lastId: number
  readonly count: number
}

/** Reads a window; where nothing traded in it every price is the last one and the ids are −1. */
export function figuresOf(tape: Tape, window: Window): Figures {
  const { high, low } = extremes(window, tape.bars)
  const first = tape.bars[window.first]
  const { count, last } = { count: window.count, last: tape.last }
  if (count === 0 || !first) {
    return {
      open: last,
      high: last,
      low: last,
      last,
      base: 0,
      quote: 0,
      weighted: 0,
      firstId: -1,
      lastId: -1,
      count: 0,
    }
  }
  const { base, quote } = window
  return {
    open: first.open,
    high,
    low,
    last,
    base,
    quote,
    weighted: quote / base,
    firstId: first.firstId,
    lastId: tape.lastId,
    count,
  }
}

/** The minute in which a window of whole minutes opens, ms. */
const openTimeOf = (window: Window, at: number): number => (Math.floor(at / MINUTE) - window.minutes) * MINUTE

/**
 * A row of `!ticker_1h@arr` and its siblings.
 * @param name event name, e.g. `1hTicker`
 */
export function rollingRow(tape: Tape, window: Window, name: string, at: number): Record<string, unknown> {
  const of = figuresOf(tape, window)
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
  const of = figuresOf(tape, tape.day)
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
