import { bitflyer as exchange } from '../../../../src/exchanges/bitflyer.ts'
import { openShelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { later } from '../later.ts'
import { yen } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Reply, Venue } from '../venue.ts'
import { answerRest, refuse } from './rest.ts'
import { openStreams } from './streams.ts'

const API = 'api.bitflyer.com'
const SOCKETS = 'ws.lightstream.bitflyer.com'
const CALLS = 500
const PERIOD_MS = 300_000

const bases = 'BTC ETH XRP XLM LSK BAT BCC SYS ADX'.split(' ')

/** bitFlyer Lightning: no call for every ticker, all of it on one JSON-RPC socket. */
export const bitflyer: Venue = {
  id: 'bitflyer',
  hosts: [API, SOCKETS, 'lightning.bitflyer.com'],
  open(market, wall) {
    const shelf = openShelf(market, {
      venue: 'bitflyer',
      symbolOf: (base, quote) => `${base}_${quote}`,
      quotes: yen,
      bases,
    })
    const streams = openStreams(shelf, wall)
    const budget = openBudget(wall, CALLS, PERIOD_MS)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: (call) => (budget.charge(1) > 0 ? overLimit(429) : answerRest(shelf, call)),
      refusal(status, retryAfter) {
        if (status === 200) return refuse(400, -100, 'Invalid product')
        return later(overLimit(status), retryAfter)
      },
      connect: (line) => (line.host === SOCKETS && line.path === '/json-rpc' ? streams.connect(line) : null),
      step: (prints) => streams.step(shelf.dealsOf(prints)),
      goodbye: () => streams.goodbye(),
    }
  },
}

const overLimit = (status: number): Reply => refuse(status, -1, 'Over API limit per period, per IP address')
