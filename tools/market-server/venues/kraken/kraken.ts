import { kraken as exchange } from '../../../../src/exchanges/kraken.ts'
import { openShelf } from '../../market/shelf.ts'
import { fiatDollars } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Venue } from '../venue.ts'
import { pairId } from './names.ts'
import { openRest, refuse } from './rest.ts'
import { openStream } from './stream.ts'

/** Kraken spot: REST https://docs.kraken.com/api/docs/rest-api and streams v2. */
export const kraken: Venue = {
  id: 'kraken',
  hosts: ['api.kraken.com', 'ws.kraken.com', 'pro.kraken.com'],
  open(market, wall) {
    const shelf = openShelf(market, {
      venue: 'kraken',
      symbolOf: pairId,
      quotes: { ...fiatDollars, ETH: [{ from: 'ETH', rate: 1 }] },
    })
    const stream = openStream(shelf, wall)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: openRest(shelf, wall),
      refusal: refuse,
      connect: (line) => (line.host === 'ws.kraken.com' && line.path === '/v2' ? stream.connect(line) : null),
      step: (prints) => stream.step(shelf.dealsOf(prints)),
      goodbye: () => stream.goodbye(),
    }
  },
}
