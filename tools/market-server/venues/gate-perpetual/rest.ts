import type { ContractMarket } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import type { ContractUnit } from '../contract-units.ts'
import { candlesticks } from '../gate/candlesticks.ts'
import { refusal } from '../gate/rest.ts'
import type { Route } from '../routes.ts'
import { countOf, openRoutes } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { candle, contract, ticker, trade } from './rows.ts'

/** Where the paths of the market begin. */
export const root = '/api/v4/futures/usdt/'

/** Most candles of a span. */
const maxPoints = 2_000

/** The REST paths: 200 requests in 10 s. */
export function openRest(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  unitOf: (listing: Listing) => ContractUnit,
  wall: () => number,
): (call: Call) => Reply {
  const named = (query: URLSearchParams, reply: (listing: Listing) => Reply): Reply => {
    const symbol = query.get('contract') ?? ''
    const listing = venueMarket.listing(symbol)
    return listing
      ? reply(listing)
      : jsonReply({ label: 'CONTRACT_NOT_FOUND', message: `CONTRACT_NOT_FOUND ${symbol}` }, 0, 400)
  }
  const all = (row: typeof ticker): Route => ({
    reply: () =>
      jsonReply(
        venueMarket.listings.map((listing) =>
          row(venueMarket, listing, unitOf(listing), contracts.termsOf(listing)),
        ),
      ),
  })
  const routes: Record<string, Route> = {
    [`${root}contracts`]: all(contract),
    [`${root}tickers`]: all(ticker),
    [`${root}trades`]: {
      reply: (query) =>
        named(query, (listing) => {
          const trades = venueMarket.latestTrades(listing, countOf(query, 'limit', 100, 1_000)).toReversed()
          return jsonReply(trades.map((each) => trade(each, unitOf(listing))))
        }),
    },
    [`${root}candlesticks`]: {
      reply: (query) =>
        named(query, (listing) =>
          candlesticks(venueMarket, listing, query, {
            maxPoints,
            row: (bar) => candle(bar, unitOf(listing)),
          }),
        ),
    },
  }
  return openRoutes(routes, openBudget(wall, 200, 10_000), (wait) => refusal(429, wait))
}
