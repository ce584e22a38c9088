import { hyperliquidPerpetualMarket } from '../../../../src/exchanges/perpetual/feeds/hyperliquid.ts'
import { openContracts } from '../../market/contracts.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { dollarQuotes } from '../quotes.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { tradingPageHandler } from '../trading-page.ts'
import { openRest, refuse } from './rest.ts'
import { nameOf, otherExchange } from './rows.ts'
import { openStream } from './stream.ts'

/**
 * Hyperliquid's own contracts, settled in USDC, and those of one of the exchanges that others run on it, settled in another
 * dollar: https://hyperliquid.gitbook.io/hyperliquid-docs/for-developers/api. No spot market of it is simulated, so its
 * pages are here.
 */
export const hyperliquidPerpetual: SimulatedVenue = {
  id: 'hyperliquid-perpetual',
  hosts: ['api.hyperliquid.xyz', 'app.hyperliquid.xyz'],
  open(market, wall) {
    const { USDT } = dollarQuotes
    const dollars = [USDT ?? []].flat()
    const venueMarket = openVenueMarket(market, {
      venue: 'hyperliquid-perpetual',
      symbolOf: nameOf,
      quotes: {
        USDC: dollars,
        [otherExchange.quote]: dollars.map((rate) => ({ ...rate, bases: otherExchange.bases })),
      },
    })
    const contracts = openContracts(market, venueMarket)
    const stream = openStream(venueMarket, contracts, wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, hyperliquidPerpetualMarket),
      answer: openRest(venueMarket, contracts, wall),
      refusal: refuse,
      connect: (connection) =>
        connection.host === 'api.hyperliquid.xyz' && connection.path === '/ws'
          ? stream.connect(connection)
          : null,
      step: (prints) => stream.step(venueMarket.tradesOf(prints)),
      shutdown: () => stream.shutdown(),
    }
  },
}
