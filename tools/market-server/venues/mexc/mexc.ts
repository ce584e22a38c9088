import { mexc as exchange } from '../../../../src/exchanges/mexc.ts'
import { openShelf } from '../../market/shelf.ts'
import { dollars } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Venue } from '../venue.ts'
import { openRest, refusal } from './rest.ts'
import { openStreams } from './streams.ts'

const STREAMS = 'wbs-api.mexc.com'

/** MEXC spot, API v3: REST in Binance's shape, streams in protobuf. */
export const mexc: Venue = {
  id: 'mexc',
  hosts: ['api.mexc.com', STREAMS, 'www.mexc.com'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => base + quote
    const shelf = openShelf(market, { venue: 'mexc', symbolOf, quotes: dollars })
    const streams = openStreams(shelf, wall)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: openRest(shelf, wall),
      refusal,
      connect: (line) => (line.host === STREAMS && line.path === '/ws' ? streams.connect(line) : null),
      step: (prints) => streams.step(prints),
      goodbye: () => streams.close(1001, ''),
    }
  },
}
