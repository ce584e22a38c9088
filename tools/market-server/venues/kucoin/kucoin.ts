import { kucoin as exchange } from '../../../../src/exchanges/kucoin.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { dollarQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest, refusal } from './rest.ts'
import { openStreams } from './streams.ts'
import { openTickets } from './tickets.ts'
import { openTokenlessStreams } from './tokenless-streams.ts'

const streamHost = 'ws-api-spot.kucoin.com'
const tokenlessHost = 'x-push-spot.kucoin.com'

/** KuCoin spot, classic API, whose streams need a ticket; and the streams of unified accounts, which need none. */
export const kucoin: SimulatedVenue = {
  id: 'kucoin',
  hosts: ['api.kucoin.com', streamHost, tokenlessHost, 'www.kucoin.com'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => `${base}-${quote}`
    const venueMarket = openVenueMarket(market, { venue: 'kucoin', symbolOf, quotes: dollarQuotes })
    const tickets = openTickets(wall, `wss://${streamHost}/`)
    const streams = openStreams(venueMarket, wall)
    const tokenless = openTokenlessStreams(venueMarket, wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: openRest(venueMarket, wall, tickets),
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
