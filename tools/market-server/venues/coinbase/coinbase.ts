import { coinbase as exchange } from '../../../../src/exchanges/coinbase.ts'
import { openShelf } from '../../market/shelf.ts'
import { fiatDollars } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Venue } from '../venue.ts'
import { openRest, refuse } from './rest.ts'
import { openStream } from './stream.ts'

/** Coinbase Exchange, and the one path of Advanced Trade that has every ticker: https://docs.cdp.coinbase.com/exchange */
export const coinbase: Venue = {
  id: 'coinbase',
  hosts: [
    'api.exchange.coinbase.com',
    'api.coinbase.com',
    'ws-feed.exchange.coinbase.com',
    'www.coinbase.com',
  ],
  open(market, wall) {
    const shelf = openShelf(market, {
      venue: 'coinbase',
      symbolOf: (base, quote) => `${base}-${quote}`,
      quotes: fiatDollars,
    })
    const stream = openStream(shelf, wall)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: openRest(shelf, wall),
      refusal: refuse,
      connect: (line) =>
        line.host === 'ws-feed.exchange.coinbase.com' && line.path === '/' ? stream.connect(line) : null,
      step: (prints) => stream.step(shelf.dealsOf(prints)),
      goodbye: () => stream.goodbye(),
    }
  },
}
