import { gmocoin as exchange } from '../../../../src/exchanges/gmocoin.ts'
import { openShelf } from '../../market/shelf.ts'
import { later } from '../later.ts'
import { yen } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Reply, Venue } from '../venue.ts'
import { answerForex } from './forex.ts'
import { answerRest, refuse, stateOf } from './rest.ts'
import { openStreams } from './streams.ts'

const API = 'api.coin.z.com'
const FOREX = 'forex-api.coin.z.com'

const bases = `BTC ETH BCC LTC XRP XEM XLM BAT QTUM ADA LINK IOST ENJ MANA OMG NEO SYS ADX`.split(' ')

/** GMO Coin, and its foreign exchange desk, which tells what a dollar costs. */
export const gmocoin: Venue = {
  id: 'gmocoin',
  hosts: [API, FOREX, 'coin.z.com'],
  open(market, wall) {
    const shelf = openShelf(market, {
      venue: 'gmocoin',
      symbolOf: (base) => base,
      quotes: yen,
      bases,
    })
    const streams = openStreams(shelf, wall)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: (call) => (call.host === FOREX ? answerForex(shelf.now, call) : answerRest(shelf, call)),
      refusal(status, retryAfter): Reply {
        if (status === 200) return refuse('ERR-5201', 'MAINTENANCE. Please wait for a while', 404, 5)
        return later(refuse('ERR-5003', 'The API usage limits are exceeded.', status, 4), retryAfter)
      },
      refuses: (host) => (host === API && stateOf(shelf) === 'MAINTENANCE' ? 503 : null),
      connect: (line) => (line.host === API && line.path === '/ws/public/v1' ? streams.connect(line) : null),
      step: (prints) => streams.step(shelf.dealsOf(prints)),
      goodbye: () => streams.goodbye(),
    }
  },
}
