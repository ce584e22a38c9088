import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { plain } from '../plain.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'

const STALE_MS = 10_000

/** An error in Coincheck's words. */
export const refuse = (status: number, error: string): Reply =>
  jsonReply({ success: false, error }, 0, status)

/** Tickers are as old as the last one made, up to ten seconds of market time. */
export type Tickers = (good: Good) => unknown

export function openTickers(shelf: Shelf): Tickers {
  const kept = new Map<Good, { readonly at: number; readonly row: unknown }>()
  return (good) => {
    const old = kept.get(good)
    if (old && shelf.now - old.at < STALE_MS) return old.row
    const row = tickerRow(shelf, good)
    kept.set(good, { at: shelf.now, row })
    return row
  }
}

/** Answers `https://coincheck.com/api`. https://coincheck.com/documents/exchange/api */
export function answerRest(shelf: Shelf, tickers: Tickers, { path, query }: Call): Reply {
  const symbol = query.get('pair')
  const good = shelf.good(symbol ?? 'btc_jpy')
  switch (path) {
    case '/api/exchange_status':
      return jsonReply({ exchange_status: shelf.goods.map((good) => statusRow(shelf, good)) })
    case '/api/ticker':
      return good ? jsonReply(tickers(good)) : page404
    case '/api/trades':
      return good && symbol !== null ? trades(shelf, good, query) : refuse(400, 'invalid pair')
    default:
      return { status: 404, headers: { 'content-type': 'application/json' }, body: '', weight: 0 }
  }
}

/** What the ticker says of a pair nobody lists. */
const page404: Reply = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html lang="ja"><title>ページが見つかりません</title>',
  weight: 0,
}

/** No open; `timestamp` in whole seconds. */
function tickerRow(shelf: Shelf, good: Good): unknown {
  const { high, low, last, base } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  const { bid, ask } = { bid: bids[0]?.price ?? last, ask: asks[0]?.price ?? last }
  return { last, bid, ask, high, low, volume: base, timestamp: Math.floor(shelf.now / 1_000) }
}

function trades(shelf: Shelf, good: Good, query: URLSearchParams): Reply {
  const limit = countOf(query, 'limit', 25, 100)
  const order = query.get('order') === 'asc' ? 'asc' : 'desc'
  const latest = shelf.trades(good, limit)
  const rows = (order === 'asc' ? latest : latest.toReversed()).map(({ id, amount, price, side, at }) => ({
    id,
    amount: plain(amount),
    rate: decimal(price),
    pair: good.symbol,
    order_type: side,
    created_at: `${new Date(at).toISOString().slice(0, 19)}.000Z`,
  }))
  const pagination = { limit, order, starting_after: null, ending_before: null }
  return jsonReply({ success: true, pagination, data: rows })
}

/** Prices are written with a decimal point always: `5053021.0`. */
export const decimal = (price: number): string => plain(price).replace(/^(\d+)$/, '$1.0')

/** `stop` for what is out of trade, `itayose` while an auction finds a price, and what orders can do. */
function statusRow(shelf: Shelf, good: Good): unknown {
  const status = shelf.status(good)
  const order = status === 'TRADING'
  const cancel = order || status === 'CANCEL_ONLY'
  return {
    pair: good.symbol,
    status: cancel ? 'available' : 'stop',
    timestamp: Math.floor(shelf.now / 1_000),
    availability: { order, market_order: order, cancel },
  }
}
