import type { Trade } from '../market/trade.ts'
import { fillOrder, noOrder, type OpenOrder } from './open-order.ts'
import { BUY_TURNOVER, COUNT, fields, span, TURNOVER } from './tape-fields.ts'

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
  /** Id of the newest trade taken, to join back-fill and stream without counting twice. */
  lastId: string | null
  /** Since when the tape is complete, ms. */
  since: number
  order: OpenOrder
}

/** A tape that has heard nothing. */
export function emptyTape(): Tape {
  return {
    sums: new Float64Array(span * fields),
    seconds: new Float64Array(span).fill(-1),
    at: 0,
    last: 0,
    lastId: null,
    since: Infinity,
    order: noOrder(),
  }
}

/** Takes trades, oldest first; those already taken (by id, or older than the newest) are passed over. */
export function pushTrades(tape: Tape, trades: readonly Trade[]): void {
  for (const trade of trades) {
    if (trade.at < tape.at || isKnown(tape, trade)) continue
    push(tape, trade)
  }
}

/**
 * Joins a back-fill with what the stream brought meanwhile: each second from the one that heard more of it.
 * Neither is complete alone, the stream at its beginning and the back-fill at its end.
 */
export function joinTapes(a: Tape, b: Tape): Tape {
  const [older, newest] = a.at > b.at ? [b, a] : [a, b]
  for (let slot = 0; slot < span; slot++) {
    const base = slot * fields
    const ahead = older.seconds[slot]! - newest.seconds[slot]!
    const isFuller = ahead === 0 && older.sums[base + COUNT]! > newest.sums[base + COUNT]!
    if (ahead < 0 || (ahead === 0 && !isFuller)) continue
    newest.seconds[slot] = older.seconds[slot]!
    newest.sums.set(older.sums.subarray(base, base + fields), base)
  }
  newest.since = Math.min(older.since, newest.since)
  return newest
}

function isKnown(tape: Tape, trade: Trade): boolean {
  if (trade.id === undefined || tape.lastId === null) return false
  const shorter = trade.id.length - tape.lastId.length
  // Ids are decimal and may exceed 2^53: compare by length, then by digits.
  return shorter < 0 || (shorter === 0 && trade.id <= tape.lastId)
}

function push(tape: Tape, trade: Trade): void {
  tape.since = Math.min(tape.since, trade.at)
  tape.at = trade.at
  tape.last = trade.price
  if (trade.id !== undefined) tape.lastId = trade.id
  const second = Math.floor(trade.at / 1000)
  const slot = second % span
  const base = slot * fields
  if (tape.seconds[slot] !== second) {
    tape.seconds[slot] = second
    tape.sums.fill(0, base, base + fields)
  }
  const turnover = trade.price * trade.amount
  const fills = trade.fills ?? 1
  tape.sums[base + TURNOVER]! += turnover
  tape.sums[base + COUNT]! += fills
  if (trade.side === 'buy') tape.sums[base + BUY_TURNOVER]! += turnover
  fillOrder(tape.order, trade, fills, tape.sums, base)
}
