import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { later } from '../later.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'
import { announcementRows, instrumentRow, perpetualOf, tickerRow, tradeRow } from './rows.ts'

const CALLS_A_SECOND = 100
const MOST_TRADES = 150

// https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html#response-and-reason-codes
const words: Readonly<Record<number, readonly [number, string]>> = {
  400: [40004, 'MISSING_OR_INVALID_ARGUMENT'],
  404: [40002, 'METHOD_NOT_FOUND'],
  429: [42901, 'TOO_MANY_REQUESTS'],
}

/** A refusal with an HTTP status, or (200) the body of an error, which comes with 400. */
export function refuse(status: number, retryAfter: number, method = 'ERROR'): Reply {
  const sent = status === 200 ? 400 : status
  const [code, message] = words[sent] ?? [50001, 'ERR_INTERNAL']
  return later(jsonReply({ id: -1, method, code, message }, 0, sent), sent === 429 ? retryAfter : 0)
}

/** Opens the REST host: each method has its own hundred requests a second. */
export function openRest(shelf: Shelf, wall: () => number): (call: Call) => Reply {
  const named = (
    query: URLSearchParams,
    make: (good: Good) => readonly unknown[],
  ): readonly unknown[] | null => {
    const good = shelf.good(query.get('instrument_name') ?? '')
    return good && make(good)
  }
  const dollars = shelf.goods.filter(
    ({ base, quote }) => quote === 'USDT' && (base === 'BTC' || base === 'ETH'),
  )
  const instruments = (): unknown[] => [
    ...shelf.goods.map((good) => instrumentRow(shelf, good)),
    ...dollars.map((good) => ({
      ...instrumentRow(shelf, good),
      symbol: perpetualOf(good),
      inst_type: 'PERPETUAL_SWAP',
      display_name: `${good.base}USD Perpetual`,
      quote_ccy: 'USD',
      underlying_symbol: `${good.base}USD-INDEX`,
    })),
  ]
  const tickers = (query: URLSearchParams): readonly unknown[] | null =>
    query.has('instrument_name')
      ? named(query, (good) => [tickerRow(shelf, good)])
      : [
          ...shelf.goods.map((good) => tickerRow(shelf, good)),
          ...dollars.map((good) => ({ ...tickerRow(shelf, good), i: perpetualOf(good) })),
        ]
  const trades = (query: URLSearchParams): readonly unknown[] | null => {
    const count = countOf(query, 'count', 25, MOST_TRADES)
    return named(query, (good) => shelf.trades(good, count).toReversed().map(tradeRow))
  }
  const announcements = (query: URLSearchParams): unknown[] => {
    const category = query.get('category')
    return announcementRows(shelf).filter((row) => category === null || row.category === category)
  }
  const route = (answer: (query: URLSearchParams) => readonly unknown[] | null) => ({
    budget: openBudget(wall, CALLS_A_SECOND, 1_000),
    answer,
  })
  const routes = new Map([
    ['/exchange/v1/public/get-instruments', route(instruments)],
    ['/exchange/v1/public/get-tickers', route(tickers)],
    ['/exchange/v1/public/get-trades', route(trades)],
    // Not under the base path of the exchange.
    ['/v1/public/get-announcements', route(announcements)],
  ])
  return ({ path, query }) => {
    const method = path.replace(/^.*(?=public\/)/, '')
    const found = routes.get(path)
    if (!found) return refuse(404, 0, method)
    const wait = found.budget.charge(1)
    if (wait > 0) return refuse(429, wait, method)
    const data = found.answer(query)
    return data ? jsonReply({ id: -1, method, code: 0, result: { data } }) : refuse(400, 0, method)
  }
}
