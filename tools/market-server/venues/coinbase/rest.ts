import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { withRetryAfter } from '../retry-after.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { advancedProduct, currencyRow, exchangeProduct, tickerMessage, tradeRow } from './rows.ts'
import { candles } from './candles.ts'

const requestsPerSecond = 10
const maxTrades = 1_000
const productsPath = '/api/v3/brokerage/market/products'

const errorTexts: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  404: 'NotFound',
  429: 'Public rate limit exceeded',
  503: 'Service Unavailable',
}

/** A refusal with an HTTP status; 200 asks for an error body, which the venue sends with status 404. */
export function refuse(status: number, retryAfter: number): Reply {
  const sent = status === 200 ? 404 : status
  return withRetryAfter(
    jsonReply({ message: errorTexts[sent] ?? 'Internal server error' }, 0, sent),
    sent === 429 ? retryAfter : 0,
  )
}

/** Opens the hosts of both APIs; each has its own limit. */
export function openRest(venueMarket: VenueMarket, wall: () => number): (call: Call) => Reply {
  const exchange = openBudget(wall, requestsPerSecond, 1_000)
  const advanced = openBudget(wall, requestsPerSecond, 1_000)
  return ({ host, path, query }) => {
    const isAdvanced = host === 'api.coinbase.com'
    const wait = (isAdvanced ? advanced : exchange).charge(1)
    if (wait > 0) return refuse(429, wait)
    const body = isAdvanced ? everyTicker(venueMarket, path) : market(venueMarket, path, query)
    if (typeof body === 'string') return jsonReply({ message: body }, 1, 400)
    return body === null ? refuse(404, 0) : jsonReply(body)
  }
}

function everyTicker(venueMarket: VenueMarket, path: string): object | null {
  if (path !== productsPath) return null
  const products = venueMarket.listings.map((listing) => advancedProduct(venueMarket, listing))
  return { products, num_products: products.length }
}

/** A text is why the venue refuses. */
function market(venueMarket: VenueMarket, path: string, query: URLSearchParams): object | string | null {
  if (path === '/products')
    return venueMarket.listings.map((listing) => exchangeProduct(venueMarket, listing))
  if (path === '/currencies') return venueMarket.assets.map((asset) => currencyRow(venueMarket, asset))
  const [, symbol = '', what] = /^\/products\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? []
  const listing = venueMarket.listing(decodeURIComponent(symbol))
  return listing && ofProduct(venueMarket, listing, what, query)
}

function ofProduct(
  venueMarket: VenueMarket,
  listing: Listing,
  what: string | undefined,
  query: URLSearchParams,
): object | string | null {
  switch (what) {
    case 'candles':
      return candles(venueMarket, listing, query)
    case undefined:
      return exchangeProduct(venueMarket, listing)
    case 'ticker': {
      const message = tickerMessage(venueMarket, listing)
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
      const limit = countOf(query, 'limit', maxTrades, maxTrades)
      return venueMarket.latestTrades(listing, limit).toReversed().map(tradeRow)
    }
    default:
      return null
  }
}
