import { coinbase as exchange } from '../../../../src/exchanges/coinbase.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { usdQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest, refuse } from './rest.ts'
import { openStream } from './stream.ts'

/**
 * Coinbase Exchange, and the one Advanced Trade path that lists every ticker:
 * https://docs.cdp.coinbase.com/exchange
 */
export const coinbase: SimulatedVenue = {
  id: 'coinbase',
  hosts: [
    'api.exchange.coinbase.com',
    'api.coinbase.com',
    'ws-feed.exchange.coinbase.com',
    'www.coinbase.com',
  ],
  open(market, wall) {
    const venueMarket = openVenueMarket(market, {
      venue: 'coinbase',
      symbolOf: (base, quote) => `${base}-${quote}`,
      quotes: usdQuotes,
    })
    const stream = openStream(venueMarket, wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: openRest(venueMarket, wall),
      refusal: refuse,
      connect: (connection) =>
        connection.host === 'ws-feed.exchange.coinbase.com' && connection.path === '/'
          ? stream.connect(connection)
          : null,
      step: (prints) => stream.step(venueMarket.tradesOf(prints)),
      shutdown: () => stream.shutdown(),
    }
  },
}
