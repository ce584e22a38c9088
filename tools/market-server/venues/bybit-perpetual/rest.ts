import type { ContractMarket } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { kline } from '../bybit/kline.ts'
import { replyBody, refusal } from '../bybit/rest.ts'
import type { ContractUnit } from '../contract-units.ts'
import type { Route } from '../routes.ts'
import { countOf, openRoutes } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { adlRow, instrument, ticker, trade } from './rows.ts'

/** It names no category: spot has none of it. */
export const adlPath = '/v5/market/adlAlert'

/** Most contracts of a page of the list. */
const maxPage = 1_000

/** The paths of category `linear`: https://bybit-exchange.github.io/docs/v5/market/tickers and related pages. */
export function openRest(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  unitOf: (listing: Listing) => ContractUnit,
  wall: () => number,
): (call: Call) => Reply {
  const ok = (result: Record<string, unknown>): Reply =>
    jsonReply(replyBody(0, 'OK', { category: 'linear', ...result }, venueMarket.now))
  const odd = (): Reply => jsonReply(replyBody(10001, 'params error: symbol invalid', {}, venueMarket.now))
  /** The list is of contracts that trade unless another state is asked for. */
  const listed = (): Listing[] =>
    venueMarket.listings.filter((listing) => venueMarket.status(listing) === 'TRADING')
  const named = (query: URLSearchParams, reply: (listing: Listing) => Reply): Reply => {
    const listing = venueMarket.listing(query.get('symbol') ?? '')
    return listing ? reply(listing) : odd()
  }
  const routes: Record<string, Route> = {
    '/v5/market/tickers': {
      reply: () =>
        ok({
          list: listed().map((listing) =>
            ticker(venueMarket, listing, unitOf(listing), contracts.termsOf(listing)),
          ),
        }),
    },
    '/v5/market/instruments-info': {
      reply(query) {
        const page = listed().slice(0, countOf(query, 'limit', 500, maxPage))
        return ok({ list: page.map((listing) => instrument(listing, unitOf(listing))), nextPageCursor: '' })
      },
    },
    [adlPath]: {
      reply: () => ok({ list: listed().map((listing) => adlRow(listing, contracts.termsOf(listing))) }),
    },
    '/v5/market/recent-trade': {
      reply: (query) =>
        named(query, (listing) => {
          const trades = venueMarket.latestTrades(listing, countOf(query, 'limit', 500, 1_000)).toReversed()
          return ok({ list: trades.map((each) => trade(each, unitOf(listing))) })
        }),
    },
    '/v5/market/kline': {
      reply: (query) =>
        named(query, (listing) => {
          const rows = kline(venueMarket, listing, query, unitOf(listing))
          return rows ? ok(rows) : odd()
        }),
    },
  }
  return openRoutes(routes, openBudget(wall, 600, 5_000), (wait) => refusal(403, wait))
}
