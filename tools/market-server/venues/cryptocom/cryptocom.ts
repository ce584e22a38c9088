import { cryptocom as exchange } from '../../../../src/exchanges/cryptocom.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openServer } from './server.ts'

const hosts = ['api.crypto.com', 'stream.crypto.com']

/** Crypto.com Exchange, API v1: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html */
export const cryptocom: SimulatedVenue = {
  id: 'cryptocom',
  hosts: [...hosts, 'crypto.com'],
  open(market, wall) {
    const { products, ...server } = openServer(market, wall)
    return { ...server, venueMarket: products.spot, page: tradingPageHandler(products.spot, exchange) }
  },
}

/** Its perpetual contracts. Where spot is simulated as well, that server answers for both. */
export const cryptocomPerpetual: SimulatedVenue = {
  id: 'cryptocom-perpetual',
  hosts,
  open(market, wall) {
    const { products, ...server } = openServer(market, wall)
    return { ...server, venueMarket: products.perpetual, page: () => null }
  },
}
