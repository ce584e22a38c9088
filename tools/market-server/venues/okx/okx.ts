import { okx as exchange } from '../../../../src/exchanges/okx.ts'
import { openShelf } from '../../market/shelf.ts'
import { dollars } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Venue } from '../venue.ts'
import { openRest, refusal } from './rest.ts'
import { openStreams } from './streams.ts'

/** OKX spot, API v5: its REST and its pages share a host. */
export const okx: Venue = {
  id: 'okx',
  hosts: ['www.okx.com', 'ws.okx.com'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => `${base}-${quote}`
    const shelf = openShelf(market, { venue: 'okx', symbolOf, quotes: dollars })
    const streams = openStreams(shelf, wall)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: openRest(shelf, wall),
      refusal,
      connect: (line) =>
        line.host === 'ws.okx.com' && line.path === '/ws/v5/public' ? streams.connect(line) : null,
      step: (prints) => streams.step(prints),
      goodbye: () => streams.close(1001, ''),
    }
  },
}
