import { bybit as exchange } from '../../../../src/exchanges/bybit.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { dollarQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest, refusal } from './rest.ts'
import { openStreams } from './streams.ts'

/** Bybit spot, API v5. A halted pair is not listed at all. */
export const bybit: SimulatedVenue = {
  id: 'bybit',
  hosts: ['api.bybit.com', 'stream.bybit.com', 'www.bybit.com'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => base + quote
    const venueMarket = openVenueMarket(market, { venue: 'bybit', symbolOf, quotes: dollarQuotes })
    const streams = openStreams(venueMarket, wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: openRest(venueMarket, wall),
      refusal,
      connect: (connection) =>
        connection.host === 'stream.bybit.com' && connection.path === '/v5/public/spot'
          ? streams.connect(connection)
          : null,
      step: (prints) => streams.step(prints),
      shutdown: () => streams.close(1001, ''),
    }
  },
}
