import type { ContractMarket } from '../../market/contracts.ts'
import { minuteMs } from '../../market/bar.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { timeIn } from '../interval-minutes.ts'
import { withRetryAfter } from '../retry-after.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply, notFound } from '../simulated-venue.ts'
import { candleRow, instrumentRow, otherInstruments, tradeRow } from './rows.ts'

/** Requests a second: …/international-exchange/introduction/rate-limits-overview, of Advanced to one address. */
const internationalPerSecond = 40
const advancedPerSecond = 10
const maxTrades = 1_000
const maxCandles = 350
const product = /^\/api\/v3\/brokerage\/market\/products\/([^/]+)-INTX\/(ticker|candles)$/

const minutesIn: Readonly<Record<string, number>> = {
  ONE_MINUTE: 1,
  FIVE_MINUTE: 5,
  FIFTEEN_MINUTE: 15,
  THIRTY_MINUTE: 30,
  ONE_HOUR: 60,
  TWO_HOUR: 120,
  SIX_HOUR: 360,
  ONE_DAY: 1_440,
}

/** A refusal with an HTTP status; 200 asks for an error body, which it sends with status 404. */
export function refuse(status: number, retryAfter: number): Reply {
  const sent = status === 200 ? 404 : status
  const title =
    sent === 429 ? 'Rate limit exceeded - Server allows 100 requests per second' : 'Instrument not found'
  return withRetryAfter(jsonReply({ title, status: sent }, 0, sent), sent === 429 ? retryAfter : 0)
}

/** How Advanced refuses. */
const failure = (status: number, error: string, message: string): Reply =>
  jsonReply({ error, error_details: message, message }, 1, status)

/** Opens both hosts; each has its own limit. */
export function openRest(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  wall: () => number,
): (call: Call) => Reply {
  const international = openBudget(wall, internationalPerSecond, 1_000)
  const advanced = openBudget(wall, advancedPerSecond, 1_000)

  function candles(listing: Listing, query: URLSearchParams): Reply {
    const minutes = minutesIn[query.get('granularity') ?? '']
    const until = timeIn(query, 'end', venueMarket.now, 1_000)
    const from = timeIn(query, 'start', NaN, 1_000)
    if (minutes === undefined || Number.isNaN(from))
      return failure(400, 'INVALID_ARGUMENT', 'start and end required')
    if (until - from >= maxCandles * minutes * minuteMs)
      return failure(400, 'INVALID_ARGUMENT', 'number of candles requested should be less than 350')
    const bars = venueMarket.candlesIn(listing, minutes, from, until + 1).filter(({ count }) => count > 0)
    return jsonReply({ candles: bars.toReversed().map((bar) => candleRow(listing, bar)) })
  }
  function ticker(listing: Listing, query: URLSearchParams): Reply {
    const trades = venueMarket.latestTrades(listing, countOf(query, 'limit', 100, maxTrades))
    const { bids, asks } = venueMarket.book(listing, 1)
    return jsonReply({
      trades: trades.toReversed().map(tradeRow),
      best_bid: String(bids[0]?.price ?? ''),
      best_ask: String(asks[0]?.price ?? ''),
    })
  }
  return ({ method, host, path, query }) => {
    const isAdvanced = host === 'api.coinbase.com'
    const wait = (isAdvanced ? advanced : international).charge(1)
    if (wait > 0)
      return isAdvanced ? failure(429, 'RESOURCE_EXHAUSTED', 'Too many requests') : refuse(429, wait)
    if (method !== 'GET') return notFound
    if (!isAdvanced && path === '/api/v1/instruments') {
      const rows = venueMarket.listings.map((listing) =>
        instrumentRow(venueMarket, listing, contracts.termsOf(listing)),
      )
      return jsonReply([...rows, ...otherInstruments])
    }
    const [, symbol = '', what] = product.exec(path) ?? []
    if (!isAdvanced || what === undefined) return notFound
    const listing = venueMarket.listing(decodeURIComponent(symbol))
    if (!listing) return failure(404, 'NOT_FOUND', 'valid product_id is required')
    return what === 'ticker' ? ticker(listing, query) : candles(listing, query)
  }
}
