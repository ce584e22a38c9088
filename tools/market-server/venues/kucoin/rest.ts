import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Route } from '../routes.ts'
import { openRoutes } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { announcements, currency, status } from './official.ts'
import type { Tickets } from './tickets.ts'
import { candles } from './candles.ts'

// https://www.kucoin.com/docs-new/introduction, classic paths

/** A reply in KuCoin's envelope. */
export const body = (code: string, rest: Record<string, unknown>, httpStatus = 200, headers = {}): Reply =>
  jsonReply({ code, ...rest }, 0, httpStatus, headers)

/** KuCoin's format: `code` is text, `200000` on success. */
export function refusal(httpStatus: number, retryAfter: number): Reply {
  const limited = httpStatus === 429
  const headers = limited ? { 'retry-after': String(retryAfter), 'gw-ratelimit-remaining': '0' } : {}
  const [code, msg] = limited ? ['429000', 'Too Many Requests'] : ['500000', 'Internal Server Error']
  return body(code, { msg }, httpStatus, headers)
}

/** The REST host: 2,000 weight in 30 s. */
export function openRest(
  venueMarket: VenueMarket,
  wall: () => number,
  tickets: Tickets,
): (call: Call) => Reply {
  const ok = (data: unknown): Reply => body('200000', { data })
  const one = (query: URLSearchParams, data: (listing: Listing) => unknown): Reply => {
    const listing = venueMarket.listing(query.get('symbol') ?? '')
    return listing ? ok(data(listing)) : body('400100', { msg: 'This pair is not provided at present' })
  }
  const routes: Record<string, Route> = {
    '/api/v1/timestamp': { weight: 3, reply: () => ok(venueMarket.now) },
    '/api/v1/market/allTickers': {
      weight: 15,
      reply: () =>
        ok({
          time: venueMarket.now,
          ticker: venueMarket.listings.map((listing) => ticker(venueMarket, listing)),
        }),
    },
    '/api/v1/market/stats': {
      weight: 15,
      reply: (query) => one(query, (listing) => ({ time: venueMarket.now, ...ticker(venueMarket, listing) })),
    },
    '/api/v1/market/histories': {
      weight: 3,
      reply: (query) => one(query, (listing) => histories(venueMarket, listing)),
    },
    '/api/v1/market/candles': {
      weight: 3,
      reply(query) {
        const listing = venueMarket.listing(query.get('symbol') ?? '')
        const rows = listing && candles(venueMarket, listing, query)
        return rows ? ok(rows) : body('400100', { msg: 'This pair is not provided at present' })
      },
    },
    '/api/v2/symbols': {
      weight: 4,
      reply: () => ok(venueMarket.listings.map((listing) => entry(venueMarket, listing))),
    },
    '/api/v1/status': { weight: 3, reply: () => ok(status(venueMarket)) },
    '/api/v3/announcements': { weight: 20, reply: () => ok(announcements(venueMarket)) },
    '/api/v3/currencies': {
      weight: 3,
      reply: () =>
        ok(venueMarket.assets.map((asset) => currency(asset, venueMarket.official.transfers(asset)))),
    },
    '/api/v1/bullet-public': { method: 'POST', weight: 10, reply: () => ok(tickets.issue()) },
  }
  return openRoutes(routes, openBudget(wall, 2_000, 30_000), (wait) => refusal(429, wait))
}

function ticker(venueMarket: VenueMarket, listing: Listing): Record<string, unknown> {
  const { open, high, low, last, base, quote, weighted } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  return {
    symbol: listing.symbol,
    symbolName: listing.symbol,
    buy: plainDecimal(bids[0]?.price ?? 0),
    bestBidSize: plainDecimal(bids[0]?.amount ?? 0),
    sell: plainDecimal(asks[0]?.price ?? 0),
    bestAskSize: plainDecimal(asks[0]?.amount ?? 0),
    changeRate: (last / open - 1).toFixed(4),
    changePrice: plainDecimal(last - open),
    high: plainDecimal(high),
    low: plainDecimal(low),
    vol: plainDecimal(base),
    volValue: plainDecimal(quote),
    last: plainDecimal(last),
    averagePrice: plainDecimal(weighted),
    takerFeeRate: '0.001',
    makerFeeRate: '0.001',
  }
}

/** The last hundred trades, newest first, times in ns. */
const histories = (venueMarket: VenueMarket, listing: Listing): unknown[] =>
  venueMarket
    .latestTrades(listing, 100)
    .toReversed()
    .map(({ id, at, price, amount, side }) => ({
      sequence: String(id),
      price: plainDecimal(price),
      size: plainDecimal(amount),
      side,
      time: at * 1e6,
    }))

const entry = (venueMarket: VenueMarket, listing: Listing): unknown => ({
  symbol: listing.symbol,
  name: listing.symbol,
  baseCurrency: listing.base,
  quoteCurrency: listing.quote,
  market: listing.quote,
  priceIncrement: plainDecimal(listing.tick),
  enableTrading: venueMarket.status(listing) === 'TRADING',
  st: false,
})
