import { openContracts } from '../../market/contracts.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { dollarQuotes } from '../quotes.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest, refuse } from './rest.ts'
import { symbolOf } from './rows.ts'
import { openStream } from './stream.ts'

const advancedHost = 'api.coinbase.com'
const streamHost = 'advanced-trade-ws.coinbase.com'

/** Coinbase International, and what Coinbase Advanced tells of its contracts. Their pages are those of Coinbase. */
export const coinbasePerpetual: SimulatedVenue = {
  id: 'coinbase-perpetual',
  hosts: ['api.international.coinbase.com', advancedHost, streamHost],
  serves: ({ host, path }) => host !== advancedHost || /\/products\/[^/]+-INTX\//.test(path),
  open(market, wall) {
    const { USDT } = dollarQuotes
    const venueMarket = openVenueMarket(market, {
      venue: 'coinbase-perpetual',
      symbolOf,
      quotes: { USDC: USDT ?? [] },
    })
    const contracts = openContracts(market, venueMarket)
    const stream = openStream(venueMarket, wall)
    return {
      venueMarket,
      page: () => null,
      answer: openRest(venueMarket, contracts, wall),
      refusal: refuse,
      connect: (connection) => (connection.host === streamHost ? stream.connect(connection) : null),
      step: (prints) => stream.step(venueMarket.tradesOf(prints)),
      shutdown: () => stream.shutdown(),
    }
  },
}
