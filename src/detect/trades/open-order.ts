import type { Trade } from '../../market/trade.ts'
import { BUYS, RUSH, RUSH_LEVELS, SWEEP } from './tape-fields.ts'

/** The taker order of the newest fill; more fills of it may follow. */
export interface TakerOrder {
  /** The venue's id of the order; null where the venue gives none. */
  id: string | null
  at: number
  side: Trade['side']
  fills: number
  low: number
  high: number
}

/** No order yet. */
export function emptyTakerOrder(): TakerOrder {
  return { id: null, at: -1, side: 'sell', fills: 0, low: 0, high: 0 }
}

/**
 * Adds a fill to its order, and what that changes to the sums of its second.
 *
 * @param fills number of fills that the venue merged into this trade
 * @param base index in `sums` where the second begins
 */
export function addFill(
  order: TakerOrder,
  trade: Trade,
  fills: number,
  sums: Float64Array,
  base: number,
): void {
  if (!isSameOrder(order, trade)) {
    order.id = trade.order ?? null
    order.at = trade.at
    order.side = trade.side
    order.fills = 0
    order.low = order.high = trade.price
    if (trade.side === 'buy') sums[base + BUYS]!++
  }
  const wasRush = order.fills > 1
  const hadLevels = order.high > order.low
  order.fills += fills
  order.low = Math.min(order.low, trade.price)
  order.high = Math.max(order.high, trade.price)
  if (order.side !== 'buy') return
  if (!wasRush && order.fills > 1) sums[base + RUSH]!++
  if (order.high === order.low) return
  if (!hadLevels) sums[base + RUSH_LEVELS]!++
  sums[base + SWEEP] = Math.max(sums[base + SWEEP]!, Math.log(order.high / order.low))
}

/**
 * The order that a fill belongs to: the newest one, or one of the recent trades, however many came in between; an
 * empty one where none of its fills is known.
 *
 * @param recent known trades, without the fill
 */
export function orderOf(newest: TakerOrder, recent: readonly Trade[], trade: Trade): TakerOrder {
  if (isSameOrder(newest, trade)) return newest
  const order = emptyTakerOrder()
  for (let i = recent.length - 1; i >= 0; i--) {
    const fill = recent[i]!
    // Without ids the fills of an order share their millisecond.
    if (trade.order === undefined && fill.at < trade.at) break
    if (fill.order !== trade.order || fill.side !== trade.side) continue
    if (trade.order === undefined && fill.at !== trade.at) continue
    const isFirst = order.at < 0
    order.id = trade.order ?? null
    order.at = trade.at
    order.side = trade.side
    order.fills += fill.fills ?? 1
    order.low = isFirst ? fill.price : Math.min(order.low, fill.price)
    order.high = isFirst ? fill.price : Math.max(order.high, fill.price)
  }
  return order
}

/** Fills of one order share its id or, where the venue gives none, millisecond and side. */
function isSameOrder(order: TakerOrder, trade: Trade): boolean {
  if (trade.order !== undefined) return order.id === trade.order
  return order.id === null && order.at === trade.at && order.side === trade.side
}
