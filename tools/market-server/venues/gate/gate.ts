import { gate as exchange } from '../../../../src/exchanges/gate.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { dollarQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest, refusal } from './rest.ts'
import { openStreams } from './streams.ts'

const apiHost = 'api.gateio.ws'

/** Gate spot, API v4: REST and streams on one host, pages on two. */
export const gate: SimulatedVenue = {
  id: 'gate',
  hosts: [apiHost, 'www.gate.com', 'www.gate.io'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => `${base}_${quote}`
    const venueMarket = openVenueMarket(market, { venue: 'gate', symbolOf, quotes: dollarQuotes })
    const streams = openStreams(venueMarket, wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: openRest(venueMarket, wall),
      refusal,
      connect: (connection) =>
        connection.host === apiHost && connection.path === '/ws/v4/' ? streams.connect(connection) : null,
      step: (prints) => streams.step(prints),
      shutdown: () => streams.shutdown(),
    }
  },
}
