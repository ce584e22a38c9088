import type { Trade } from '../../market/trade.ts'
import { addFill, emptyTakerOrder, type TakerOrder } from './open-order.ts'
import { BUY_TURNOVER, COUNT, fields, span, TURNOVER } from './tape-fields.ts'
import { boundGap, isAlike, removeMatching, type TapeGap } from './tape-gap.ts'

/**
 * The tape of one followed pair: what takers did, per second, for the last minutes. An *order* is all
 * fills of one taker side at one millisecond (or of the venue's taker-order id); an order with more than
 * one fill is a *rush order*: somebody who wanted it now, at whatever price.
 * After La Morgia et al. 2020 (rush orders) with the level and sweep counts of DETECTION's C28.
 */
export interface Tape {
  /** Per second, `span` slots of `fields` numbers each; slot = second mod span. */
  readonly sums: Float64Array
  /** The second a slot holds; −1 for none. */
  readonly seconds: Float64Array
  at: number
  last: number
  /** Trades of the newest millisecond, which may come again. */
  newest: Trade[]
  /** Of those, the ones without an id of which a line that begins anew may tell once more. */
  again: Trade[]
  /** What was not heard, oldest first, until a back-fill brings it: see tape-gap.ts. */
  gaps: TapeGap[]
  /** Since when the tape is complete, ms. */
  since: number
  order: TakerOrder
}

/** A tape that has heard nothing. */
export function emptyTape(): Tape {
  return {
    sums: new Float64Array(span * fields),
    seconds: new Float64Array(span).fill(-1),
    at: 0,
    last: 0,
    newest: [],
    again: [],
    gaps: [{ after: 0, before: Infinity, since: Infinity, edge: [] }],
    since: Infinity,
    order: emptyTakerOrder(),
  }
}

/**
 * Takes trades of the stream, oldest first. Those taken already are passed over: what is older than the newest, and
 * what has the id of one of the same millisecond. Ids are not put in order: not every venue counts upwards.
 */
export function pushTrades(tape: Tape, trades: readonly Trade[]): void {
  for (const trade of trades) {
    if (trade.at < tape.at || (trade.at === tape.at && isKnown(tape, trade))) continue
    pushTrade(tape, trade)
    const gap = tape.gaps.at(-1)
    if (gap) boundGap(gap, trade)
  }
}

function isKnown(tape: Tape, trade: Trade): boolean {
  // Some numbers have lost their last digits on the way, so the id alone does not tell.
  if (trade.id !== undefined)
    return tape.newest.some((other) => other.id === trade.id && isAlike(other, trade))
  return removeMatching(tape.again, trade)
}

/** Takes a trade that is the newest. */
export function pushTrade(tape: Tape, trade: Trade): void {
  tape.since = Math.min(tape.since, trade.at)
  if (trade.at > tape.at) {
    tape.newest = []
    if (tape.again.length > 0) tape.again = []
  }
  tape.newest.push(trade)
  tape.at = trade.at
  tape.last = trade.price
  sumTrade(tape, trade, tape.order)
}

/** Takes a trade into the sums of its second, unless that lies before what the tape keeps. */
export function sumTrade(tape: Tape, trade: Trade, order: TakerOrder): void {
  const second = Math.floor(trade.at / 1000)
  const slot = second % span
  const base = slot * fields
  if (tape.seconds[slot]! > second) return
  if (tape.seconds[slot] !== second) {
    tape.seconds[slot] = second
    tape.sums.fill(0, base, base + fields)
  }
  const turnover = trade.price * trade.amount
  const fills = trade.fills ?? 1
  tape.sums[base + TURNOVER]! += turnover
  tape.sums[base + COUNT]! += fills
  if (trade.side === 'buy') tape.sums[base + BUY_TURNOVER]! += turnover
  addFill(order, trade, fills, tape.sums, base)
}
