import { openContracts } from '../../market/contracts.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { refuse } from '../bitget/rest.ts'
import { dollarQuotes } from '../quotes.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest } from './rest.ts'
import { symbolOf } from './rows.ts'
import { openStream } from './stream.ts'

const streamHost = 'ws.bitget.com'
const streamPath = '/v3/ws/public'

/** Bitget USDT futures: the classic paths of API v2, trades and sockets of v3. Its pages are those of Bitget. */
export const bitgetPerpetual: SimulatedVenue = {
  id: 'bitget-perpetual',
  hosts: ['api.bitget.com', streamHost],
  serves: ({ path }) => path.startsWith('/api/v2/mix/') || path.includes('/v3/'),
  open(market, wall) {
    const { USDT = [] } = dollarQuotes
    const venueMarket = openVenueMarket(market, { venue: 'bitget-perpetual', symbolOf, quotes: { USDT } })
    const contracts = openContracts(market, venueMarket)
    const stream = openStream(venueMarket, contracts, wall)
    return {
      venueMarket,
      page: () => null,
      answer: openRest(venueMarket, contracts, wall),
      refusal: (status, retryAfter) => refuse(venueMarket, status, retryAfter),
      connect: (connection) =>
        connection.host === streamHost && connection.path === streamPath ? stream.connect(connection) : null,
      step: (prints) => stream.step(venueMarket.tradesOf(prints)),
      shutdown: () => stream.shutdown(),
    }
  },
}
