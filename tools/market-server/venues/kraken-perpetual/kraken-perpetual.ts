import { openContracts } from '../../market/contracts.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { altName } from '../kraken/names.ts'
import { usdQuotes } from '../quotes.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest, refuse } from './rest.ts'
import { openStream } from './stream.ts'

const host = 'futures.kraken.com'

/** Kraken Futures: linear contracts of many collaterals, quoted in dollars. Its pages are those of Kraken. */
export const krakenPerpetual: SimulatedVenue = {
  id: 'kraken-perpetual',
  hosts: [host],
  serves: (call) => call.host === host && /^\/(?:derivatives|api|ws)\//.test(call.path),
  open(market, wall) {
    const { USD } = usdQuotes
    const venueMarket = openVenueMarket(market, {
      venue: 'kraken-perpetual',
      symbolOf: (base, quote) => `PF_${altName(base)}${quote}`,
      quotes: { USD: USD ?? [] },
    })
    const contracts = openContracts(market, venueMarket)
    const stream = openStream(venueMarket, wall)
    return {
      venueMarket,
      page: () => null,
      answer: openRest(venueMarket, contracts, wall),
      refusal: refuse,
      connect: (connection) => (connection.path === '/ws/v1' ? stream.connect(connection) : null),
      step: (prints) => stream.step(venueMarket.tradesOf(prints)),
      shutdown: () => stream.shutdown(),
    }
  },
}
