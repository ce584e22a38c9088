import { gate as exchange } from '../../../../src/exchanges/gate.ts'
import { openShelf } from '../../market/shelf.ts'
import { dollars } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Venue } from '../venue.ts'
import { openRest, refusal } from './rest.ts'
import { openStreams } from './streams.ts'

const API = 'api.gateio.ws'

/** Gate spot, API v4: REST and streams on one host, pages on two. */
export const gate: Venue = {
  id: 'gate',
  hosts: [API, 'www.gate.com', 'www.gate.io'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => `${base}_${quote}`
    const shelf = openShelf(market, { venue: 'gate', symbolOf, quotes: dollars })
    const streams = openStreams(shelf, wall)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: openRest(shelf, wall),
      refusal,
      connect: (line) => (line.host === API && line.path === '/ws/v4/' ? streams.connect(line) : null),
      step: (prints) => streams.step(prints),
      goodbye: () => streams.close(1001, ''),
    }
  },
}
