import { bitget as exchange } from '../../../../src/exchanges/bitget.ts'
import { openShelf } from '../../market/shelf.ts'
import { dollars } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Venue } from '../venue.ts'
import { openRest, refuse } from './rest.ts'
import { openStream } from './stream.ts'

/** Bitget spot, API v2: https://www.bitget.com/api-doc/spot/intro */
export const bitget: Venue = {
  id: 'bitget',
  hosts: ['api.bitget.com', 'ws.bitget.com', 'www.bitget.com'],
  open(market, wall) {
    const shelf = openShelf(market, {
      venue: 'bitget',
      symbolOf: (base, quote) => base + quote,
      quotes: dollars,
    })
    const stream = openStream(shelf, wall)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: openRest(shelf, wall),
      refusal: (status, retryAfter) => refuse(shelf, status, retryAfter),
      connect: (line) =>
        line.host === 'ws.bitget.com' && line.path === '/v2/ws/public' ? stream.connect(line) : null,
      step: (prints) => stream.step(shelf.dealsOf(prints)),
      goodbye: () => stream.goodbye(),
    }
  },
}
