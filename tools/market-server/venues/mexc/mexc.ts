import { mexc as exchange } from '../../../../src/exchanges/mexc.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { dollarQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest, refusal } from './rest.ts'
import { openStreams } from './streams.ts'

const streamHost = 'wbs-api.mexc.com'

/** MEXC spot, API v3: REST in Binance's shape, streams in protobuf. */
export const mexc: SimulatedVenue = {
  id: 'mexc',
  hosts: ['api.mexc.com', streamHost, 'www.mexc.com', 'futures.mexc.com'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => base + quote
    const venueMarket = openVenueMarket(market, { venue: 'mexc', symbolOf, quotes: dollarQuotes })
    const streams = openStreams(venueMarket, wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: openRest(venueMarket, wall),
      refusal,
      connect: (connection) =>
        connection.host === streamHost && connection.path === '/ws' ? streams.connect(connection) : null,
      step: (prints) => streams.step(prints),
      shutdown: () => streams.close(1001, ''),
    }
  },
}
