import type { Trade } from '../../market/trade.ts'
import { BUYS, RUSH, RUSH_LEVELS, SWEEP } from './tape-fields.ts'

/** The taker's order that is being filled now; its fills may still come. */
export interface TakerOrder {
  /** The venue's id of it; null where the venue gives none. */
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
 * Takes a fill into its order and notes in a second's sums what that makes of it.
 *
 * @param base where the second begins in `sums`
 */
export function addFill(
  order: TakerOrder,
  trade: Trade,
  fills: number,
  sums: Float64Array,
  base: number,
): void {
  if (!isSame(order, trade)) {
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

/** Fills of one order share its id or, where the venue gives none, millisecond and side. */
function isSame(order: TakerOrder, trade: Trade): boolean {
  if (trade.order !== undefined) return order.id === trade.order
  return order.id === null && order.at === trade.at && order.side === trade.side
}
