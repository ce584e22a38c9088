import { bitget as exchange } from '../../../../src/exchanges/bitget.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { dollarQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest, refuse } from './rest.ts'
import { openStream } from './stream.ts'

/** Bitget spot, API v2: https://www.bitget.com/api-doc/spot/intro */
export const bitget: SimulatedVenue = {
  id: 'bitget',
  hosts: ['api.bitget.com', 'ws.bitget.com', 'www.bitget.com'],
  open(market, wall) {
    const venueMarket = openVenueMarket(market, {
      venue: 'bitget',
      symbolOf: (base, quote) => base + quote,
      quotes: dollarQuotes,
    })
    const stream = openStream(venueMarket, wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: openRest(venueMarket, wall),
      refusal: (status, retryAfter) => refuse(venueMarket, status, retryAfter),
      connect: (connection) =>
        connection.host === 'ws.bitget.com' && connection.path === '/v2/ws/public'
          ? stream.connect(connection)
          : null,
      step: (prints) => stream.step(venueMarket.tradesOf(prints)),
      shutdown: () => stream.shutdown(),
    }
  },
}
