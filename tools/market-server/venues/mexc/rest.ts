import { dayMs } from '../../market/bar.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Route } from '../routes.ts'
import { countOf, openRoutes } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { klines } from './klines.ts'

// https://www.mexc.com/api-docs/spot-v3/introduction

/** MEXC's error format. */
export function refusal(status: number, retryAfter: number): Reply {
  const limited = status === 429 || status === 418
  const headers: Record<string, string> = limited ? { 'retry-after': String(retryAfter) } : {}
  const [code, msg] = limited ? [429, 'Too Many Requests'] : [500, 'Internal Error']
  return jsonReply({ code, msg }, 0, status, headers)
}

/** The REST host: 500 weight in 10 s. */
export function openRest(venueMarket: VenueMarket, wall: () => number): (call: Call) => Reply {
  const invalid = (): Reply => jsonReply({ code: -1121, msg: 'Invalid symbol.' }, 0, 400)
  const one = (query: URLSearchParams, body: (listing: Listing) => unknown): Reply => {
    const listing = venueMarket.listing(query.get('symbol') ?? '')
    return listing ? jsonReply(body(listing)) : invalid()
  }
  const routes: Record<string, Route> = {
    '/api/v3/ping': { reply: () => jsonReply({}) },
    '/api/v3/time': { reply: () => jsonReply({ serverTime: venueMarket.now }) },
    '/api/v3/exchangeInfo': {
      weight: 10,
      reply: () =>
        jsonReply({
          timezone: 'CST',
          serverTime: venueMarket.now,
          symbols: venueMarket.listings.map((listing) => entry(venueMarket, listing)),
        }),
    },
    '/api/v3/ticker/24hr': {
      weight: 40,
      reply: (query) =>
        query.has('symbol')
          ? one(query, (listing) => ticker(venueMarket, listing))
          : jsonReply(venueMarket.listings.map((listing) => ticker(venueMarket, listing))),
    },
    '/api/v3/klines': {
      reply(query) {
        const listing = venueMarket.listing(query.get('symbol') ?? '')
        const rows = listing && klines(venueMarket, listing, query)
        return rows ? jsonReply(rows) : invalid()
      },
    },
    '/api/v3/trades': {
      weight: 5,
      reply: (query) =>
        one(query, (listing) => trades(venueMarket, listing, countOf(query, 'limit', 500, 1_000))),
    },
  }
  return openRoutes(routes, openBudget(wall, 500, 10_000), (wait) => refusal(429, wait))
}

/** Changes are fractions, sizes at the top of the book stay empty, trades are not counted. */
function ticker(venueMarket: VenueMarket, listing: Listing): unknown {
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  return {
    symbol: listing.symbol,
    priceChange: plainDecimal(last - open),
    priceChangePercent: (last / open - 1).toFixed(4),
    prevClosePrice: plainDecimal(open),
    lastPrice: plainDecimal(last),
    bidPrice: plainDecimal(bids[0]?.price ?? 0),
    bidQty: '',
    askPrice: plainDecimal(asks[0]?.price ?? 0),
    askQty: '',
    openPrice: plainDecimal(open),
    highPrice: plainDecimal(high),
    lowPrice: plainDecimal(low),
    volume: plainDecimal(base),
    quoteVolume: plainDecimal(quote),
    openTime: venueMarket.now - dayMs,
    closeTime: venueMarket.now,
    count: null,
  }
}

const entry = (venueMarket: VenueMarket, listing: Listing): unknown => ({
  symbol: listing.symbol,
  status: venueMarket.status(listing) === 'TRADING' ? '1' : '2',
  baseAsset: listing.base,
  quoteAsset: listing.quote,
  fullName: listing.base,
  // This flag is about trading by API only.
  isSpotTradingAllowed: false,
  tradeSideType: 1,
  st: false,
})

/** Newest first, without ids. */
const trades = (venueMarket: VenueMarket, listing: Listing, max: number): unknown[] =>
  venueMarket
    .latestTrades(listing, max)
    .toReversed()
    .map(({ at, price, amount, side }) => ({
      id: null,
      price: plainDecimal(price),
      qty: plainDecimal(amount),
      quoteQty: plainDecimal(price * amount),
      time: at,
      isBuyerMaker: side === 'sell',
      isBestMatch: true,
      tradeType: side === 'sell' ? 'ASK' : 'BID',
    }))
