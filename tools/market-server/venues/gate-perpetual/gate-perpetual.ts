import { openContracts } from '../../market/contracts.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { multipliedName, openContractUnits } from '../contract-units.ts'
import { refusal } from '../gate/rest.ts'
import { dollarQuotes } from '../quotes.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest, root } from './rest.ts'
import { openStreams } from './streams.ts'

const streamHost = 'fx-ws.gateio.ws'

/** Gate perpetual futures settled in USDT, API v4. REST is on the host of spot, its pages are those of Gate. */
export const gatePerpetual: SimulatedVenue = {
  id: 'gate-perpetual',
  hosts: ['api.gateio.ws', streamHost],
  serves: ({ host, path }) => host === streamHost || path.startsWith(root),
  open(market, wall) {
    const { USDT = [] } = dollarQuotes
    const venueMarket = openVenueMarket(market, {
      venue: 'gate-perpetual',
      symbolOf: (base, quote) => `${multipliedName(base)}_${quote}`,
      quotes: { USDT },
    })
    const contracts = openContracts(market, venueMarket)
    const unitOf = openContractUnits({ sizes: true })
    const streams = openStreams(venueMarket, contracts, unitOf, wall)
    return {
      venueMarket,
      page: () => null,
      answer: openRest(venueMarket, contracts, unitOf, wall),
      refusal,
      connect: (connection) =>
        connection.host === streamHost && connection.path === '/v4/ws/usdt'
          ? streams.connect(connection)
          : null,
      step: (prints) => streams.step(prints),
      shutdown: () => streams.close(1001, ''),
    }
  },
}
