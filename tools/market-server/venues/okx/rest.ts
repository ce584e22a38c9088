import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Route } from '../routes.ts'
import { countOf, openRoutes } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { candles } from './candles.ts'
import { oddInstrument, okReply, refusal, states } from './replies.ts'

// https://www.okx.com/docs-v5/en/#public-data-rest-api

/** The REST paths: 20 requests in 2 s. */
export function openRest(venueMarket: VenueMarket, wall: () => number): (call: Call) => Reply {
  const one = (query: URLSearchParams, row: (listing: Listing) => readonly unknown[]): Reply => {
    const id = query.get('instId') ?? ''
    const listing = venueMarket.listing(id)
    return listing ? okReply(row(listing)) : oddInstrument(id)
  }
  const all = (query: URLSearchParams, row: (listing: Listing) => unknown): Reply =>
    okReply(query.get('instType') === 'SPOT' ? venueMarket.listings.map(row) : [])
  const candlesOf = (query: URLSearchParams, isHistory: boolean): Reply => {
    const id = query.get('instId') ?? ''
    const listing = venueMarket.listing(id)
    if (!listing) return oddInstrument(id)
    const rows = candles(venueMarket, listing, query, isHistory)
    return rows ? okReply(rows) : jsonReply({ code: '51000', msg: 'Parameter bar error', data: [] })
  }
  const routes: Record<string, Route> = {
    '/api/v5/market/candles': { reply: (query) => candlesOf(query, false) },
    '/api/v5/market/history-candles': { reply: (query) => candlesOf(query, true) },
    '/api/v5/public/time': { reply: () => okReply([{ ts: String(venueMarket.now) }]) },
    '/api/v5/market/tickers': { reply: (query) => all(query, (listing) => ticker(venueMarket, listing)) },
    '/api/v5/market/ticker': { reply: (query) => one(query, (listing) => [ticker(venueMarket, listing)]) },
    '/api/v5/public/instruments': {
      reply: (query) => all(query, (listing) => instrument(venueMarket, listing)),
    },
    '/api/v5/market/trades': {
      reply: (query) =>
        one(query, (listing) =>
          venueMarket
            .latestTrades(listing, countOf(query, 'limit', 100, 500))
            .toReversed()
            .map(({ id, at, price, amount, side }) => ({
              instId: listing.symbol,
              side,
              sz: plainDecimal(amount),
              px: plainDecimal(price),
              source: '0',
              tradeId: String(id),
              ts: String(at),
            })),
        ),
    },
    '/api/v5/system/status': { reply: () => okReply(maintenance(venueMarket)) },
    '/api/v5/support/announcements': {
      reply: () => okReply([{ details: announcements(venueMarket), totalPage: '1' }]),
    },
  }
  return openRoutes(routes, openBudget(wall, 20, 2_000), (wait) => refusal(429, wait))
}

function ticker(venueMarket: VenueMarket, listing: Listing): unknown {
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  return {
    instType: 'SPOT',
    instId: listing.symbol,
    last: plainDecimal(last),
    lastSz: plainDecimal(listing.tape.lastAmount),
    askPx: plainDecimal(asks[0]?.price ?? 0),
    askSz: plainDecimal(asks[0]?.amount ?? 0),
    bidPx: plainDecimal(bids[0]?.price ?? 0),
    bidSz: plainDecimal(bids[0]?.amount ?? 0),
    open24h: plainDecimal(open),
    high24h: plainDecimal(high),
    low24h: plainDecimal(low),
    volCcy24h: plainDecimal(quote),
    vol24h: plainDecimal(base),
    ts: String(venueMarket.now),
    sodUtc0: plainDecimal(open),
    sodUtc8: plainDecimal(open),
  }
}

const instrument = (venueMarket: VenueMarket, listing: Listing): unknown => ({
  instType: 'SPOT',
  instId: listing.symbol,
  baseCcy: listing.base,
  quoteCcy: listing.quote,
  state: states[venueMarket.status(listing)],
  tickSz: plainDecimal(listing.tick),
  listTime: String(listing.tape.instrument.listedAt),
})

const maintenance = (venueMarket: VenueMarket): unknown[] =>
  venueMarket.official.maintenance().map(({ from, until, state }) => ({
    title: 'Spot system upgrade',
    state,
    begin: String(from),
    end: String(until),
    preOpenBegin: '',
    href: '',
    serviceType: '5',
    system: 'unified',
    scheDesc: '',
    maintType: '1',
    env: '1',
  }))

function announcements(venueMarket: VenueMarket): unknown[] {
  const types = {
    news: 'announcements-latest',
    listing: 'announcements-new-listings',
    delisting: 'announcements-delistings',
  }
  return venueMarket.official.statements().map(({ title, code, at, kind }) => ({
    annType: types[kind],
    title,
    url: `https://www.okx.com/help/${code}`,
    pTime: String(at),
    businessPTime: String(at),
  }))
}
