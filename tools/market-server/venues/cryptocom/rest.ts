import { openBudget } from '../budget.ts'
import { withRetryAfter } from '../retry-after.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { candlestick } from './candlestick.ts'
import { openInterestOf, type Product, type Products } from './products.ts'
import { announcementRows, instrumentRow, tickerRow, tradeRow } from './rows.ts'

const callsPerSecond = 100
const maxTrades = 150

// https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html#response-and-reason-codes
const errorTexts: Readonly<Record<number, readonly [number, string]>> = {
  400: [40004, 'MISSING_OR_INVALID_ARGUMENT'],
  404: [40002, 'METHOD_NOT_FOUND'],
  429: [42901, 'TOO_MANY_REQUESTS'],
}

/** A refusal with an HTTP status; 200 asks for an error body, which the venue sends with status 400. */
export function refuse(status: number, retryAfter: number, method = 'ERROR'): Reply {
  const sent = status === 200 ? 400 : status
  const [code, message] = errorTexts[sent] ?? [50001, 'ERR_INTERNAL']
  return withRetryAfter(jsonReply({ id: -1, method, code, message }, 0, sent), sent === 429 ? retryAfter : 0)
}

/** Opens the REST host: each method has its own limit of a hundred requests a second. */
export function openRest(products: Products, wall: () => number): (call: Call) => Reply {
  const named = (
    query: URLSearchParams,
    make: (product: Product) => readonly unknown[],
  ): readonly unknown[] | null => {
    const product = products.named(query.get('instrument_name') ?? '')
    return product && make(product)
  }
  const ticker = (product: Product): unknown => tickerRow(product, openInterestOf(products, product))
  const instruments = (): unknown[] =>
    products.all.map((product) => instrumentRow(product, products.isContract(product)))
  const tickers = (query: URLSearchParams): readonly unknown[] | null =>
    query.has('instrument_name') ? named(query, (product) => [ticker(product)]) : products.all.map(ticker)
  const trades = (query: URLSearchParams): readonly unknown[] | null => {
    const count = countOf(query, 'count', 25, maxTrades)
    return named(query, ({ venueMarket, listing, unit }) =>
      venueMarket
        .latestTrades(listing, count)
        .toReversed()
        .map((trade) => tradeRow(trade, unit)),
    )
  }
  const announcements = (query: URLSearchParams): unknown[] => {
    const category = query.get('category')
    return announcementRows(products.spot).filter((row) => category === null || row.category === category)
  }
  const route = (answer: (query: URLSearchParams) => readonly unknown[] | null) => ({
    budget: openBudget(wall, callsPerSecond, 1_000),
    answer,
  })
  const routes = new Map([
    ['/exchange/v1/public/get-instruments', route(instruments)],
    ['/exchange/v1/public/get-tickers', route(tickers)],
    ['/exchange/v1/public/get-trades', route(trades)],
    [
      '/exchange/v1/public/get-candlestick',
      route((query) => named(query, (product) => candlestick(product, query))),
    ],
    // Not under the base path of the exchange API.
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
