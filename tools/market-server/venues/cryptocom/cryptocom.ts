import { cryptocom as exchange } from '../../../../src/exchanges/cryptocom.ts'
import { openShelf } from '../../market/shelf.ts'
import { dollars } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Venue } from '../venue.ts'
import { openRest, refuse } from './rest.ts'
import { openStream } from './stream.ts'

/** Crypto.com Exchange, API v1: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html */
export const cryptocom: Venue = {
  id: 'cryptocom',
  hosts: ['api.crypto.com', 'stream.crypto.com', 'crypto.com'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => `${base}_${quote}`
    const shelf = openShelf(market, { venue: 'cryptocom', symbolOf, quotes: dollars })
    const stream = openStream(shelf, wall)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: openRest(shelf, wall),
      refusal: refuse,
      connect: (line) =>
        line.host === 'stream.crypto.com' && line.path === '/exchange/v1/market'
          ? stream.connect(line)
          : null,
      step: (prints) => stream.step(shelf.dealsOf(prints)),
      goodbye: () => stream.goodbye(),
    }
  },
}
