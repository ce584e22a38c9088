import { htx as exchange } from '../../../../src/exchanges/htx.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { dollarQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest, refuse } from './rest.ts'
import { openStream } from './stream.ts'

const apiHost = 'api.huobi.pro'
/** HTX (once Huobi) spot: https://www.htx.com/en-us/opend/newApiPages/ */
export const htx: SimulatedVenue = {
  id: 'htx',
  hosts: [apiHost, 'www.htx.com'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => (base + quote).toLowerCase()
    const venueMarket = openVenueMarket(market, { venue: 'htx', symbolOf, quotes: dollarQuotes })
    const stream = openStream(venueMarket, wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: openRest(venueMarket, wall),
      refusal: (status, retryAfter) => refuse(venueMarket, status, retryAfter),
      connect: (connection) =>
        connection.host === apiHost && connection.path === '/ws' ? stream.connect(connection) : null,
      step: (prints) => stream.step(venueMarket.tradesOf(prints)),
      shutdown: () => stream.shutdown(),
    }
  },
}
