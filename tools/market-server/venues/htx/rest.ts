import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { withRetryAfter } from '../retry-after.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { bestRow, currencyRow, statsRow, marketStatus, matchesOf, symbolRow } from './rows.ts'
import { kline } from './kline.ts'

const error = (venueMarket: VenueMarket, code: string, message: string) => ({
  status: 'error',
  'err-code': code,
  'err-msg': message,
  ts: venueMarket.now,
  data: null,
})

// The message for throttled callers is not documented: this one is ours.
const errorTexts: Readonly<Record<number, readonly [string, string]>> = {
  200: ['invalid-parameter', 'invalid symbol'],
  404: ['invalid-command', 'invalid command'],
  429: ['too-many-requests', 'too many requests'],
}

/** A refusal with an HTTP status; 200 asks for an error body, which HTX sends with status 200. */
export function refuse(venueMarket: VenueMarket, status: number, retryAfter: number): Reply {
  const [code, message] = errorTexts[status] ?? ['system-maintenance', 'System is in maintenance']
  return withRetryAfter(
    jsonReply(error(venueMarket, code, message), 0, status),
    status === 429 ? retryAfter : 0,
  )
}

/**
 * Opens the REST paths: ten requests a second, errors with HTTP 200; v1 and v2 paths have different envelopes.
 */
export function openRest(venueMarket: VenueMarket, wall: () => number): (call: Call) => Reply {
  const budget = openBudget(wall, 10, 1_000)
  const v1 = (body: object): Reply => jsonReply({ status: 'ok', ts: venueMarket.now, ...body })
  const v2 = (data: unknown): Reply => jsonReply({ code: 200, message: 'success', data })
  const ofSymbol = (query: URLSearchParams, make: (listing: Listing) => object): Reply => {
    const listing = venueMarket.listing(query.get('symbol') ?? '')
    return listing ? v1(make(listing)) : jsonReply(error(venueMarket, 'invalid-parameter', 'invalid symbol'))
  }
  const tickers = (): Reply => {
    const traded = venueMarket.listings.filter(({ tape }) => tape.last > 0)
    return v1({
      data: traded.map((listing) => ({
        symbol: listing.symbol,
        ...statsRow(venueMarket, listing),
        ...bestRow(venueMarket, listing),
      })),
    })
  }
  const merged = (query: URLSearchParams): Reply =>
    ofSymbol(query, (listing) => {
      const { bid, bidSize, ask, askSize } = bestRow(venueMarket, listing)
      const id = listing.tape.lastId
      const tick = {
        id,
        version: id,
        ...statsRow(venueMarket, listing),
        bid: [bid, bidSize],
        ask: [ask, askSize],
      }
      return { ch: `market.${listing.symbol}.detail.merged`, tick }
    })
  const trades = (query: URLSearchParams): Reply =>
    ofSymbol(query, (listing) => {
      const size = countOf(query, 'size', 1, 2_000)
      return {
        ch: `market.${listing.symbol}.trade.detail`,
        data: matchesOf(venueMarket.latestTrades(listing, size), 'trade-id'),
      }
    })
  const routes = new Map<string, (query: URLSearchParams) => Reply>([
    ['/market/tickers', tickers],
    ['/market/detail/merged', merged],
    ['/market/history/trade', trades],
    ['/market/history/kline', (query) => ofSymbol(query, (listing) => kline(venueMarket, listing, query))],
    [
      '/v1/common/symbols',
      () => v1({ data: venueMarket.listings.map((listing) => symbolRow(venueMarket, listing)) }),
    ],
    ['/v2/market-status', () => v2(marketStatus(venueMarket))],
    [
      '/v2/reference/currencies',
      () => v2(venueMarket.assets.map((asset) => currencyRow(venueMarket, asset))),
    ],
  ])
  return ({ path, query }) => {
    const wait = budget.charge(1)
    if (wait > 0) return refuse(venueMarket, 429, wait)
    return routes.get(path)?.(query) ?? refuse(venueMarket, 404, 0)
  }
}
