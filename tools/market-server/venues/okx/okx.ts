import { okx as exchange } from '../../../../src/exchanges/okx.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { dollarQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { refusal } from './replies.ts'
import { openRest } from './rest.ts'
import { openSwaps } from '../okx-perpetual/swaps.ts'
import { swapProducts } from '../okx-perpetual/streams.ts'
import { openStreams, tradesProduct } from './streams.ts'

/** OKX spot, API v5: its REST and its pages share a host. */
export const okx: SimulatedVenue = {
  id: 'okx',
  hosts: ['www.okx.com', 'ws.okx.com'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => `${base}-${quote}`
    const venueMarket = openVenueMarket(market, { venue: 'okx', symbolOf, quotes: dollarQuotes })
    // One socket carries all markets.
    const streams = openStreams([tradesProduct(venueMarket), ...swapProducts(openSwaps(market))], wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: openRest(venueMarket, wall),
      refusal,
      connect: (connection) =>
        connection.host === 'ws.okx.com' && connection.path === '/ws/v5/public'
          ? streams.connect(connection)
          : null,
      step: (prints) => streams.step(prints),
      shutdown: () => streams.shutdown(),
    }
  },
}
