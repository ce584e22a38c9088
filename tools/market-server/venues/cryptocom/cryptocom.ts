import { cryptocom as exchange } from '../../../../src/exchanges/cryptocom.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { dollarQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest, refuse } from './rest.ts'
import { openStream } from './stream.ts'

/** Crypto.com Exchange, API v1: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html */
export const cryptocom: SimulatedVenue = {
  id: 'cryptocom',
  hosts: ['api.crypto.com', 'stream.crypto.com', 'crypto.com'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => `${base}_${quote}`
    const venueMarket = openVenueMarket(market, { venue: 'cryptocom', symbolOf, quotes: dollarQuotes })
    const stream = openStream(venueMarket, wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: openRest(venueMarket, wall),
      refusal: refuse,
      connect: (connection) =>
        connection.host === 'stream.crypto.com' && connection.path === '/exchange/v1/market'
          ? stream.connect(connection)
          : null,
      step: (prints) => stream.step(venueMarket.tradesOf(prints)),
      shutdown: () => stream.shutdown(),
    }
  },
}
