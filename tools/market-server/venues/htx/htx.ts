import { htx as exchange } from '../../../../src/exchanges/htx.ts'
import { openShelf } from '../../market/shelf.ts'
import { dollars } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Venue } from '../venue.ts'
import { openRest, refuse } from './rest.ts'
import { openStream } from './stream.ts'

const HOST = 'api.huobi.pro'
/** HTX (once Huobi) spot: https://www.htx.com/en-us/opend/newApiPages/ */
export const htx: Venue = {
  id: 'htx',
  hosts: [HOST, 'www.htx.com'],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => (base + quote).toLowerCase()
    const shelf = openShelf(market, { venue: 'htx', symbolOf, quotes: dollars })
    const stream = openStream(shelf, wall)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: openRest(shelf, wall),
      refusal: (status, retryAfter) => refuse(shelf, status, retryAfter),
      connect: (line) => (line.host === HOST && line.path === '/ws' ? stream.connect(line) : null),
      step: (prints) => stream.step(shelf.dealsOf(prints)),
      goodbye: () => stream.goodbye(),
    }
  },
}
