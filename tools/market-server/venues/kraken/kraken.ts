import { kraken as exchange } from '../../../../src/exchanges/kraken.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { usdQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { pairId } from './names.ts'
import { openRest, refuse } from './rest.ts'
import { openStream } from './stream.ts'

/** Kraken spot: REST https://docs.kraken.com/api/docs/rest-api and streams v2. */
export const kraken: SimulatedVenue = {
  id: 'kraken',
  hosts: ['api.kraken.com', 'ws.kraken.com', 'pro.kraken.com', 'futures.kraken.com'],
  open(market, wall) {
    const venueMarket = openVenueMarket(market, {
      venue: 'kraken',
      symbolOf: pairId,
      quotes: { ...usdQuotes, ETH: [{ from: 'ETH', rate: 1 }] },
    })
    const stream = openStream(venueMarket, wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: openRest(venueMarket, wall),
      refusal: refuse,
      connect: (connection) =>
        connection.host === 'ws.kraken.com' && connection.path === '/v2' ? stream.connect(connection) : null,
      step: (prints) => stream.step(venueMarket.tradesOf(prints)),
      shutdown: () => stream.shutdown(),
    }
  },
}
