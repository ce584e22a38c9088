import type { Market } from '../../market/market.ts'
import type { VenueServer } from '../simulated-venue.ts'
import { openProducts, type Products } from './products.ts'
import { openRest, refuse } from './rest.ts'
import { openStream } from './stream.ts'

/** All that Crypto.com serves. Calls do not tell its markets apart, so each market's server answers for both. */
export function openServer(
  market: Market,
  wall: () => number,
): Omit<VenueServer, 'venueMarket' | 'page'> & { readonly products: Products } {
  const products = openProducts(market)
  const stream = openStream(products, wall)
  return {
    products,
    answer: openRest(products, wall),
    refusal: refuse,
    connect: (connection) =>
      connection.host === 'stream.crypto.com' && connection.path === '/exchange/v1/market'
        ? stream.connect(connection)
        : null,
    step: (prints) =>
      stream.step([...products.spot.tradesOf(prints), ...products.perpetual.tradesOf(prints)]),
    shutdown: () => stream.shutdown(),
  }
}
