import { bitflyer as exchange } from '../../../../src/exchanges/bitflyer.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { hosts, openServer } from './server.ts'

/** bitFlyer Lightning: REST has no list of all tickers, the JSON-RPC socket carries everything. */
export const bitflyer: SimulatedVenue = {
  id: 'bitflyer',
  hosts: [...hosts, 'lightning.bitflyer.com'],
  open(market, wall) {
    const { products, ...server } = openServer(market, wall)
    return { ...server, venueMarket: products.spot, page: tradingPageHandler(products.spot, exchange) }
  },
}

/** Its Crypto CFD. Where spot is simulated as well, that server answers for both. */
export const bitflyerPerpetual: SimulatedVenue = {
  id: 'bitflyer-perpetual',
  hosts,
  open(market, wall) {
    const { products, ...server } = openServer(market, wall)
    return { ...server, venueMarket: products.cfd, page: () => null }
  },
}
