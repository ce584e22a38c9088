import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { later } from '../later.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'
import { advancedProduct, currencyRow, exchangeProduct, tickerMessage, tradeRow } from './rows.ts'

const REQUESTS_A_SECOND = 10
const MOST_TRADES = 1_000
const PRODUCTS = '/api/v3/brokerage/market/products'

const words: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  404: 'NotFound',
  429: 'Public rate limit exceeded',
  503: 'Service Unavailable',
}

/** A refusal with an HTTP status, or (200) the body of an error, which comes with 404. */
export function refuse(status: number, retryAfter: number): Reply {
  const sent = status === 200 ? 404 : status
  return later(
    jsonReply({ message: words[sent] ?? 'Internal server error' }, 0, sent),
    sent === 429 ? retryAfter : 0,
  )
}

/** Opens the hosts of both APIs; each counts for itself. */
export function openRest(shelf: Shelf, wall: () => number): (call: Call) => Reply {
  const exchange = openBudget(wall, REQUESTS_A_SECOND, 1_000)
  const advanced = openBudget(wall, REQUESTS_A_SECOND, 1_000)
  return ({ host, path, query }) => {
    const isAdvanced = host === 'api.coinbase.com'
    const wait = (isAdvanced ? advanced : exchange).charge(1)
    if (wait > 0) return refuse(429, wait)
    const body = isAdvanced ? everyTicker(shelf, path) : market(shelf, path, query)
    return body === null ? refuse(404, 0) : jsonReply(body)
  }
}

function everyTicker(shelf: Shelf, path: string): object | null {
  if (path !== PRODUCTS) return null
  const products = shelf.goods.map((good) => advancedProduct(shelf, good))
  return { products, num_products: products.length }
}

function market(shelf: Shelf, path: string, query: URLSearchParams): object | null {
  if (path === '/products') return shelf.goods.map((good) => exchangeProduct(shelf, good))
  if (path === '/currencies') return shelf.assets.map((asset) => currencyRow(shelf, asset))
  const [, symbol = '', what] = /^\/products\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? []
  const good = shelf.good(decodeURIComponent(symbol))
  return good && ofProduct(shelf, good, what, query)
}

function ofProduct(
  shelf: Shelf,
  good: Good,
  what: string | undefined,
  query: URLSearchParams,
): object | null {
  switch (what) {
    case undefined:
      return exchangeProduct(shelf, good)
    case 'ticker': {
      const message = tickerMessage(shelf, good)
      if (!message) return null
      const {
        trade_id,
        price,
        last_size: size,
        time,
        best_bid: bid,
        best_ask: ask,
        volume_24h: volume,
      } = message
      return { trade_id, price, size, time, bid, ask, volume }
    }
    case 'trades': {
      const limit = countOf(query, 'limit', MOST_TRADES, MOST_TRADES)
      return shelf.trades(good, limit).toReversed().map(tradeRow)
    }
    default:
      return null
  }
}
