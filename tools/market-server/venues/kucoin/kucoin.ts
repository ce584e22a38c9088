import { kucoin as exchange } from '../../../../src/exchanges/kucoin.ts'
import { openShelf } from '../../market/shelf.ts'
import { dollars } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Venue } from '../venue.ts'
import { openRest, refusal } from './rest.ts'
import { openStreams } from './streams.ts'
import { openTickets } from './tickets.ts'

const STREAMS = 'ws-api-spot.kucoin.com'

/** KuCoin spot, classic API: nobody listens without a ticket. */
export const kucoin: Venue = {
  id: 'kucoin',
  hosts: ['api.kucoin.com', STREAMS, 'www.kucoin.com'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => `${base}-${quote}`
    const shelf = openShelf(market, { venue: 'kucoin', symbolOf, quotes: dollars })
    const tickets = openTickets(wall, `wss://${STREAMS}/`)
    const streams = openStreams(shelf, wall)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: openRest(shelf, wall, tickets),
      refusal,
      connect: (line) =>
        line.host === STREAMS && tickets.admits(line.query.get('token')) ? streams.connect(line) : null,
      step: (prints) => streams.step(prints),
      goodbye: () => streams.close(1001, ''),
    }
  },
}
