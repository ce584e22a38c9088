import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { withRetryAfter } from '../retry-after.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { announcementRow, coinRow, restTicker, symbolRow, tradeRow } from './rows.ts'
import { candles } from './candles.ts'

/** Announcements are listed for a month. */
const announcementAgeMs = 30 * 86_400_000

type ReplyBody = (query: URLSearchParams) => Reply

/** The envelope of every reply. */
export const body = (venueMarket: VenueMarket, data: unknown, code = '00000', msg = 'success') => ({
  code,
  msg,
  requestTime: venueMarket.now,
  data,
})

// Refusals: https://www.bitget.com/api-doc/spot/error-code/restapi
const errorTexts: Readonly<Record<number, readonly [string, string]>> = {
  400: ['40034', 'Parameter does not exist'],
  404: ['40404', 'Request URL NOT FOUND'],
  429: ['429', 'Too Many Requests'],
}

/** A refusal with an HTTP status; 200 asks for an error body, which the venue sends with status 400. */
export function refuse(venueMarket: VenueMarket, status: number, retryAfter: number): Reply {
  const sent = status === 200 ? 400 : status
  const [code, msg] = errorTexts[sent] ?? ['40015', 'System is abnormal, please try again later']
  return withRetryAfter(jsonReply(body(venueMarket, null, code, msg), 0, sent), sent === 429 ? retryAfter : 0)
}

/** Opens the REST host. Every path has its own limit of requests a second. */
export function openRest(venueMarket: VenueMarket, wall: () => number): (call: Call) => Reply {
  const fine = (data: unknown): Reply => jsonReply(body(venueMarket, data))
  const unknown = (symbol: string): Reply =>
    jsonReply(body(venueMarket, null, '40034', `Parameter ${symbol} does not exist`), 1, 400)
  const ofSymbol = (query: URLSearchParams, make: (listing: Listing) => unknown): Reply => {
    const symbol = query.get('symbol') ?? ''
    const listing = venueMarket.listing(symbol)
    return listing ? fine(make(listing)) : unknown(symbol)
  }
  const each = (
    query: URLSearchParams,
    listings: readonly Listing[],
    make: (listing: Listing) => unknown,
  ): Reply => (query.has('symbol') ? ofSymbol(query, (listing) => [make(listing)]) : fine(listings.map(make)))
  const trades: ReplyBody = (query) => {
    const limit = countOf(query, 'limit', 100, 500)
    return ofSymbol(query, (listing) =>
      venueMarket
        .latestTrades(listing, limit)
        .toReversed()
        .map((venueTrade) => ({ symbol: listing.symbol, ...tradeRow(venueTrade) })),
    )
  }
  const candlesOf = (query: URLSearchParams, isHistory: boolean): Reply => {
    const symbol = query.get('symbol') ?? ''
    const listing = venueMarket.listing(symbol)
    const rows = listing && candles(venueMarket, listing, query, isHistory)
    return rows ? fine(rows) : unknown(symbol)
  }
  const announcements: ReplyBody = (query) => {
    const type = query.get('annType') || null
    const rows = venueMarket.official
      .statements()
      .filter(({ at }) => at > venueMarket.now - announcementAgeMs)
      .map(announcementRow)
    return fine(rows.filter(({ annType }) => type === null || annType === type))
  }
  const route = (perSecond: number, answer: ReplyBody) => ({
    budget: openBudget(wall, perSecond, 1_000),
    answer,
  })
  const routes = new Map([
    [
      '/api/v2/spot/public/symbols',
      route(20, (query) => each(query, venueMarket.listings, (listing) => symbolRow(venueMarket, listing))),
    ],
    [
      '/api/v2/spot/market/tickers',
      route(20, (query) => each(query, traded(venueMarket), (listing) => restTicker(venueMarket, listing))),
    ],
    ['/api/v2/spot/market/fills', route(10, trades)],
    ['/api/v2/spot/market/candles', route(20, (query) => candlesOf(query, false))],
    ['/api/v2/spot/market/history-candles', route(20, (query) => candlesOf(query, true))],
    [
      '/api/v2/spot/public/coins',
      route(3, () => fine(venueMarket.assets.map((coin, i) => coinRow(venueMarket, coin, i)))),
    ],
    // The venue's own spelling.
    ['/api/v2/public/annoucements', route(20, announcements)],
  ])
  return ({ path, query }) => {
    const found = routes.get(path)
    if (!found) return refuse(venueMarket, 404, 0)
    const wait = found.budget.charge(1)
    return wait > 0 ? refuse(venueMarket, 429, wait) : found.answer(query)
  }
}

/** A pair has a ticker only after its first trade. */
const traded = (venueMarket: VenueMarket): Listing[] =>
  venueMarket.listings.filter(({ tape }) => tape.last > 0)
