import type { TapeWindow } from '../../../src/detect/trades/tape-window.ts'
import type { Trade } from '../../../src/market/trade.ts'

/**
 * Reference implementation of `tapeWindow` over a plain list of trades. An order counts at the time of its fills.
 */
export function naiveWindow(trades: readonly Trade[], at: number, seconds: number): TapeWindow {
  const now = Math.floor(at / 1000)
  const isInside = (ms: number) => Math.floor(ms / 1000) > now - seconds && Math.floor(ms / 1000) <= now
  const inside = trades.filter((trade) => isInside(trade.at))
  const sum = (list: readonly Trade[], of: (trade: Trade) => number) =>
    list.reduce((total, trade) => total + of(trade), 0)
  const turnover = (trade: Trade) => trade.price * trade.amount
  const bought = inside.filter((trade) => trade.side === 'buy')
  const orders = ordersOf(trades).filter((order) => order[0]!.side === 'buy' && isInside(order[0]!.at))
  const prices = (order: readonly Trade[]) => order.map((fill) => fill.price)
  const width = (order: readonly Trade[]) => Math.log(Math.max(...prices(order)) / Math.min(...prices(order)))
  return {
    turnover: sum(inside, turnover),
    buyTurnover: sum(bought, turnover),
    count: sum(inside, (trade) => trade.fills ?? 1),
    buys: orders.length,
    rush: orders.filter((order) => sum(order, (fill) => fill.fills ?? 1) > 1).length,
    rushLevels: orders.filter((order) => new Set(prices(order)).size > 1).length,
    sweep: Math.max(0, ...orders.map(width)),
    buySeconds: new Set(orders.map((order) => Math.floor(order[0]!.at / 1000))).size,
  }
}

/** Consecutive fills with the same taker-order id or, without ids, the same millisecond and side. */
function ordersOf(trades: readonly Trade[]): Trade[][] {
  const orders: Trade[][] = []
  for (const trade of trades) {
    const before = orders.at(-1)?.[0]
    const isSame =
      before && (trade.order ?? `${trade.at}${trade.side}`) === (before.order ?? `${before.at}${before.side}`)
    if (isSame) orders.at(-1)!.push(trade)
    else orders.push([trade])
  }
  return orders
}
