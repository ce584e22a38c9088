import type { Deal } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { isoMicros } from '../iso-micros.ts'

/** A row of the channel `trade`: figures are numbers here. */
export const streamTrade = ({ good, side, price, amount, id, at }: Deal) => ({
  symbol: `${good.base}/${good.quote}`,
  side,
  price,
  qty: amount,
  ord_type: 'market',
  trade_id: id,
  timestamp: isoMicros(at),
})

/** A row of the channel `ticker`: the last 24 hours. */
export function streamTicker(shelf: Shelf, good: Good) {
  const { open, high, low, last, base, weighted } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  return {
    symbol: `${good.base}/${good.quote}`,
    bid: bids[0]?.price ?? 0,
    bid_qty: bids[0]?.amount ?? 0,
    ask: asks[0]?.price ?? 0,
    ask_qty: asks[0]?.amount ?? 0,
    last,
    volume: base,
    vwap: weighted,
    low,
    high,
    change: last - open,
    change_pct: open > 0 ? Number(((last / open - 1) * 100).toFixed(2)) : 0,
    timestamp: isoMicros(shelf.now),
  }
}
