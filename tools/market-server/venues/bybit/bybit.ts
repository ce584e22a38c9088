import { bybit as exchange } from '../../../../src/exchanges/bybit.ts'
import { openShelf } from '../../market/shelf.ts'
import { dollars } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Venue } from '../venue.ts'
import { openRest, refusal } from './rest.ts'
import { openStreams } from './streams.ts'

/** Bybit spot, API v5. A pair that is halted is not listed at all. */
export const bybit: Venue = {
  id: 'bybit',
  hosts: ['api.bybit.com', 'stream.bybit.com', 'www.bybit.com'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => base + quote
    const shelf = openShelf(market, { venue: 'bybit', symbolOf, quotes: dollars })
    const streams = openStreams(shelf, wall)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: openRest(shelf, wall),
      refusal,
      connect: (line) =>
        line.host === 'stream.bybit.com' && line.path === '/v5/public/spot' ? streams.connect(line) : null,
      step: (prints) => streams.step(prints),
      goodbye: () => streams.close(1001, ''),
    }
  },
}
