import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { listedPairs } from '../listed-pairs.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { boardStateOf, executionOf, isStopped, tickerOf } from './rows.ts'

/** An error in bitFlyer's format. */
export const refuse = (httpStatus: number, status: number, error_message: string): Reply =>
  jsonReply({ status, error_message, data: null }, 0, httpStatus)

const cfdSymbol = 'FX_BTC_JPY'

/**
 * Answers `https://api.bitflyer.com/v1`; without a product code, BTC_JPY is meant.
 * https://lightning.bitflyer.com/docs
 */
export function answerRest(venueMarket: VenueMarket, { path, query }: Call): Reply {
  const requested = (query.get('product_code') ?? 'BTC_JPY').toUpperCase()
  const listing = venueMarket.listing(requested === cfdSymbol ? 'BTC_JPY' : requested)
  const of = (row: (listing: Listing) => unknown): Reply =>
    listing ? jsonReply(row(listing)) : refuse(400, -100, 'Invalid product')
  switch (path) {
    case '/v1/getmarkets':
    case '/v1/markets':
      return jsonReply([
        ...listedPairs(venueMarket).map(({ symbol }) => ({ product_code: symbol, market_type: 'Spot' })),
        { product_code: cfdSymbol, market_type: 'FX' },
      ])
    case '/v1/getticker':
    case '/v1/ticker':
      return of((listing) => tickerOf(venueMarket, listing, requested))
    case '/v1/getexecutions':
    case '/v1/executions':
      return of((listing) =>
        venueMarket
          .latestTrades(listing, countOf(query, 'count', 100, 500))
          .toReversed()
          .map(executionOf),
      )
    case '/v1/getboardstate':
    case '/v1/boardstate':
      return of((listing) => ({ health: healthOf(venueMarket), state: boardStateOf(venueMarket, listing) }))
    case '/v1/gethealth':
      return jsonReply({ status: healthOf(venueMarket) })
    default:
      return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html><title>404', weight: 0 }
  }
}

const healthOf = (venueMarket: VenueMarket): string => (isStopped(venueMarket) ? 'STOP' : 'NORMAL')
