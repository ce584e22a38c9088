import type { Bar } from './bar.ts'
import { minuteMs } from './bar.ts'
import type { Instrument } from './instrument.ts'
import type { Print, TakerOrder } from './order.ts'
import type { TapeWindow } from './window.ts'
import { evictBars, openWindow, addToWindow } from './window.ts'

/** The stored history of one pair. */
export interface Tape {
  readonly instrument: Instrument
  /** The latest fills, oldest first: at least a thousand once that many exist. */
  prints: Print[]
  /** Minutes with trades, oldest first, for a little over two days. */
  bars: Bar[]
  readonly hour: TapeWindow
  readonly fourHours: TapeWindow
  readonly day: TapeWindow
  /** Price of the last fill; 0 before the first. */
  last: number
  lastAmount: number
  lastAt: number
  /** Id of the last trade and of the last aggregate. */
  lastId: number
  lastAggregate: number
  /** Close of the last bar that left the 24-h window. */
  closeBeforeDay: number
}

const maxPrints = 2_000
const maxBars = 3_000

/** An empty tape whose ids start at `firstId`: large for a pair listed long ago. */
export function openTape(instrument: Instrument, firstId: number): Tape {
  return {
    instrument,
    prints: [],
    bars: [],
    hour: openWindow(60),
    fourHours: openWindow(240),
    day: openWindow(1_440),
    last: 0,
    lastAmount: 0,
    lastAt: 0,
    lastId: firstId - 1,
    lastAggregate: Math.floor(firstId * 0.8) - 1,
    closeBeforeDay: 0,
  }
}

/** Adds a taker order; returns its fills as numbered prints. */
export function recordOrder(tape: Tape, order: TakerOrder): Print[] {
  const prints: Print[] = []
  let price = 0
  for (const fill of order.fills) {
    if (fill.price !== price) tape.lastAggregate += 1
    price = fill.price
    const print: Print = {
      symbol: order.symbol,
      at: order.at,
      side: order.side,
      price,
      amount: fill.amount,
      id: ++tape.lastId,
      aggregate: tape.lastAggregate,
    }
    prints.push(print)
    tape.prints.push(print)
    addToBar(tape, print)
    tape.lastAmount = fill.amount
  }
  tape.last = price
  tape.lastAt = order.at
  if (tape.prints.length > 2 * maxPrints) tape.prints = tape.prints.slice(-maxPrints)
  return prints
}

/** Adds a whole minute at once, without prints: history that is never read trade by trade. */
export function recordBar(tape: Tape, bar: Omit<Bar, 'firstId'>): void {
  tape.bars.push({ ...bar, firstId: tape.lastId + 1 })
  tape.lastId += bar.count
  tape.lastAggregate += Math.ceil(bar.count * 0.8)
  tape.last = bar.close
  tape.lastAmount = bar.base / bar.count
  tape.lastAt = bar.minute * minuteMs + minuteMs - 1
  for (const window of [tape.hour, tape.fourHours, tape.day])
    addToWindow(window, bar, bar.base, bar.quote, bar.count)
}

/** Advances the windows to the minute `now` (minutes since the epoch). */
export function advanceMinute(tape: Tape, now: number): void {
  evictBars(tape.hour, tape.bars, now)
  evictBars(tape.fourHours, tape.bars, now)
  const first = tape.day.first
  evictBars(tape.day, tape.bars, now)
  if (tape.day.first !== first)
    tape.closeBeforeDay = tape.bars[tape.day.first - 1]?.close ?? tape.closeBeforeDay
  if (tape.bars.length > maxBars + 1_000) trimBars(tape, Math.min(tape.day.first, tape.bars.length - maxBars))
}

/** Forgets all but the last day and the latest fills, so that a tape is as large at any time of a long run. */
export function forgetBeforeDay(tape: Tape): void {
  // The bar before the day holds its opening price.
  trimBars(tape, tape.day.first - 1)
  tape.prints = tape.prints.slice(-maxPrints / 2)
}

function trimBars(tape: Tape, bars: number): void {
  if (bars <= 0) return
  tape.bars = tape.bars.slice(bars)
  for (const window of [tape.hour, tape.fourHours, tape.day]) window.first -= bars
}

function addToBar(tape: Tape, print: Print): void {
  const minute = Math.floor(print.at / minuteMs)
  const { price, amount } = print
  const quote = price * amount
  let bar = tape.bars.at(-1)
  if (bar?.minute !== minute) {
    bar = {
      minute,
      open: price,
      high: price,
      low: price,
      close: price,
      base: 0,
      quote: 0,
      count: 0,
      buyBase: 0,
      buyQuote: 0,
      firstId: print.id,
    }
    tape.bars.push(bar)
  }
  if (price > bar.high) bar.high = price
  if (price < bar.low) bar.low = price
  bar.close = price
  bar.base += amount
  bar.quote += quote
  bar.count += 1
  if (print.side === 'buy') {
    bar.buyBase += amount
    bar.buyQuote += quote
  }
  const at = { high: price, low: price }
  addToWindow(tape.hour, at, amount, quote, 1)
  addToWindow(tape.fourHours, at, amount, quote, 1)
  addToWindow(tape.day, at, amount, quote, 1)
}
