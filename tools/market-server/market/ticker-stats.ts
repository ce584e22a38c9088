import type { Tape } from './tape.ts'
import type { TapeWindow } from './window.ts'
import { extremes } from './window.ts'

/** Statistics of one pair over a rolling window, as a ticker publishes them. */
export interface TickerStats {
  readonly open: number
  readonly high: number
  readonly low: number
  readonly last: number
  /** Units of the base. */
  readonly base: number
  /** Units of the quote. */
  readonly quote: number
  readonly weighted: number
  readonly firstId: number
  readonly lastId: number
  readonly count: number
}

/** Reads a window; without trades in it every price is the last one and the ids are −1. */
export function tickerStatsOf(tape: Tape, window: TapeWindow): TickerStats {
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
