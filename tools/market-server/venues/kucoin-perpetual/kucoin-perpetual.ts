import { openContracts } from '../../market/contracts.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { refusal } from '../kucoin/rest.ts'
import { openStreams } from '../kucoin/streams.ts'
import { openTickets } from '../kucoin/tickets.ts'
import { openTokenlessStreams } from '../kucoin/tokenless-streams.ts'
import { dollarQuotes } from '../quotes.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest } from './rest.ts'
import { executions, symbolOf, unifiedTrades } from './rows.ts'

const streamHost = 'ws-api-futures.kucoin.com'
const tokenlessHost = 'x-push-futures.kucoin.com'

/** KuCoin futures, classic API, whose streams need a ticket; and the streams of unified accounts, which need none. */
export const kucoinPerpetual: SimulatedVenue = {
  id: 'kucoin-perpetual',
  hosts: ['api-futures.kucoin.com', streamHost, tokenlessHost],
  open(market, wall) {
    const { USDT = [] } = dollarQuotes
    const venueMarket = openVenueMarket(market, { venue: 'kucoin-perpetual', symbolOf, quotes: { USDT } })
    const contracts = openContracts(market, venueMarket)
    const tickets = openTickets(wall, `wss://${streamHost}/`)
    const streams = openStreams(venueMarket, wall, executions)
    const tokenless = openTokenlessStreams(venueMarket, wall, unifiedTrades)
    return {
      venueMarket,
      page: () => null,
      answer: openRest(venueMarket, contracts, wall, tickets),
      refusal,
      connect(connection) {
        if (connection.host === tokenlessHost) return tokenless.connect(connection)
        const isAdmitted = connection.host === streamHost && tickets.admits(connection.query.get('token'))
        return isAdmitted ? streams.connect(connection) : null
      },
      step(prints) {
        streams.step(prints)
        tokenless.step(prints)
      },
      shutdown() {
        streams.close(1001, '')
        tokenless.close(1001, '')
      },
    }
  },
}
