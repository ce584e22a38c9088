import type { VenueMarket } from '../../market/venue-market.ts'
import { listedPairs } from '../listed-pairs.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import type { Product, Products } from './products.ts'
import { boardStateOf, executionOf, fundingOf, isStopped, tickerOf } from './rows.ts'

/** An error in bitFlyer's format. */
export const refuse = (httpStatus: number, status: number, error_message: string): Reply =>
  jsonReply({ status, error_message, data: null }, 0, httpStatus)

/**
 * Answers `https://api.bitflyer.com/v1`; without a product code, BTC_JPY is meant.
 * https://lightning.bitflyer.com/docs
 */
export function answerRest({ spot, cfd, contracts, named }: Products, { path, query }: Call): Reply {
  const product = named((query.get('product_code') ?? 'BTC_JPY').toUpperCase())
  const of = (row: (product: Product) => unknown): Reply =>
    product ? jsonReply(row(product)) : refuse(400, -100, 'Invalid product')
  switch (path) {
    case '/v1/getmarkets':
    case '/v1/markets':
      return jsonReply([
        ...listedPairs(spot).map(({ symbol }) => ({ product_code: symbol, market_type: 'Spot' })),
        ...listedPairs(cfd).map(({ symbol }) => ({ product_code: symbol, market_type: 'FX' })),
      ])
    case '/v1/getticker':
    case '/v1/ticker':
      return of(tickerOf)
    case '/v1/getexecutions':
    case '/v1/executions':
      return of(({ venueMarket, listing }) =>
        venueMarket
          .latestTrades(listing, countOf(query, 'count', 100, 500))
          .toReversed()
          .map(executionOf),
      )
    case '/v1/getfundingrate':
    case '/v1/fundingrate':
      return product?.venueMarket === cfd
        ? jsonReply(fundingOf(contracts.termsOf(product.listing)))
        : refuse(400, -100, 'Invalid product')
    case '/v1/getboardstate':
    case '/v1/boardstate':
      return of((one) => ({ health: healthOf(one.venueMarket), state: boardStateOf(one) }))
    case '/v1/gethealth':
      return jsonReply({ status: healthOf(spot) })
    default:
      return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html><title>404', weight: 0 }
  }
}

const healthOf = (venueMarket: VenueMarket): string => (isStopped(venueMarket) ? 'STOP' : 'NORMAL')
