import { openContracts } from '../../market/contracts.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { refusal } from '../bybit/rest.ts'
import { multipliedName, openContractUnits } from '../contract-units.ts'
import { dollarQuotes } from '../quotes.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { adlPath, openRest } from './rest.ts'
import { openStreams } from './streams.ts'

const streamPath = '/v5/public/linear'

/** Bybit's linear perpetuals, API v5: the hosts of spot, another category. Its pages are those of Bybit. */
export const bybitPerpetual: SimulatedVenue = {
  id: 'bybit-perpetual',
  hosts: ['api.bybit.com', 'stream.bybit.com'],
  serves: ({ path, query }) => path === streamPath || path === adlPath || query.get('category') === 'linear',
  open(market, wall) {
    const { USDT = [] } = dollarQuotes
    const venueMarket = openVenueMarket(market, {
      venue: 'bybit-perpetual',
      symbolOf: (base, quote) => multipliedName(base) + quote,
      quotes: { USDT },
    })
    const contracts = openContracts(market, venueMarket)
    const unitOf = openContractUnits({ sizes: false })
    const streams = openStreams(venueMarket, contracts, unitOf, wall)
    return {
      venueMarket,
      page: () => null,
      answer: openRest(venueMarket, contracts, unitOf, wall),
      refusal,
      connect: (connection) => (connection.path === streamPath ? streams.connect(connection) : null),
      step: (prints) => streams.step(prints),
      shutdown: () => streams.close(1001, ''),
    }
  },
}
