import type { Trade } from '../../market/trade.ts'
import { addFill, emptyTakerOrder, orderOf, type TakerOrder } from './open-order.ts'
import { forgetOld, insertByTime, isInTime } from './recent-trades.ts'
import { BUY_TURNOVER, COUNT, fields, span, TURNOVER } from './tape-fields.ts'
import { boundGap, isAlike, removeMatching, type TapeGap } from './tape-gap.ts'

/**
 * The tape of one followed pair: sums of taker orders per second, for the last 64 s. An *order* is all fills with
 * one taker-order id or, where the venue gives none, of one side within one millisecond. A buy order with more
 * than one fill is a *rush order*: its buyer accepted any price to be filled at once. Rush orders: La Morgia,
 * Mei, Sassi, Stefa 2020. Level and sweep counts: fitted on 136 announced pumps (Binance 2018–2021; see
 * SCORECARD.md).
 */
export interface Tape {
  /** `span` slots of `fields` numbers, one slot per second; slot = second mod span. */
  readonly sums: Float64Array
  /** The second of each slot, since 1970; −1 for an empty one. */
  readonly seconds: Float64Array
  /** Time of the newest trade, ms; 0 before the first. */
  at: number
  last: number
  /** Trades of the newest `reorderMs`, oldest first: late ones belong among them, and the stream may repeat them. */
  newest: Trade[]
  /**
   * Those of them that the stream may send once more, under another id or none: after a restart, or because a
   * back-fill brought them first.
   */
  again: Trade[]
  /** Gaps that no back-fill has filled yet, oldest first: see tape-gap.ts. */
  gaps: TapeGap[]
  /** Since when the tape is complete, ms; Infinity until a trade has come. */
  since: number
  /** A back-fill brought all trades before this time, ms; 0 where none did. */
  filledTo: number
  order: TakerOrder
}

/** A tape without trades. */
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
    filledTo: 0,
    order: emptyTakerOrder(),
  }
}

/**
 * Takes trades of the stream, in whatever order they come: of those already taken none counts again, late ones count
 * where they belong. Ids are compared for equality only: not every venue numbers trades in ascending order.
 *
 * @returns how many were left out because they came too late
 */
export function pushTrades(tape: Tape, trades: readonly Trade[]): number {
  let tooLate = 0
  for (const trade of trades) {
    if (trade.at <= tape.at && isKnown(tape, trade)) continue
    if (trade.at >= tape.at) {
      pushTrade(tape, trade)
      const gap = tape.gaps.at(-1)
      if (gap) boundGap(gap, trade)
    } else if (isInTime(trade.at, tape.at)) pushLateTrade(tape, trade)
    else tooLate++
  }
  return tooLate
}

/** Whether the tape has a trade that is no newer than its newest. */
function isKnown(tape: Tape, trade: Trade): boolean {
  if (trade.at < tape.filledTo) return true
  // What a restarted stream sends before its first new trade repeats what it sent before.
  if (!isInTime(trade.at, tape.at)) return tape.gaps.at(-1)?.before === Infinity
  // Ids sent as JSON numbers may have lost digits beyond 2^53, so equal ids alone do not prove a repetition.
  if (trade.id !== undefined && tape.newest.some((other) => other.id === trade.id && isAlike(other, trade)))
    return true
  return removeMatching(tape.again, trade)
}

/** Takes a trade that becomes the newest. */
export function pushTrade(tape: Tape, trade: Trade): void {
  tape.since = Math.min(tape.since, trade.at)
  if (trade.at > tape.at) {
    forgetOld(tape.newest, trade.at)
    forgetOld(tape.again, trade.at)
  }
  // Fills that come in order and without an order's id are one order while nothing else comes between them.
  if (trade.order !== undefined) tape.order = orderOf(tape.order, tape.newest, trade)
  tape.newest.push(trade)
  tape.at = trade.at
  tape.last = trade.price
  sumTrade(tape, trade, tape.order)
}

/** Takes a trade where it belongs: behind the newest. */
function pushLateTrade(tape: Tape, trade: Trade): void {
  sumTrade(tape, trade, orderOf(tape.order, tape.newest, trade))
  insertByTime(tape.newest, trade)
  // The back-fill of the gap that it lies in will bring it too.
  tape.gaps.find(({ after, before }) => trade.at >= after && trade.at <= before)?.edge.push(trade)
}

/** Adds a trade to the sums of its second, unless that is older than what the tape keeps. */
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
