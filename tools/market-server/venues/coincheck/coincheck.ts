import { coincheck as exchange } from '../../../../src/exchanges/coincheck.ts'
import { openShelf } from '../../market/shelf.ts'
import { later } from '../later.ts'
import { yen } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Reply, Venue } from '../venue.ts'
import { notFound } from '../venue.ts'
import { answerRest, openTickers, refuse } from './rest.ts'
import { openStreams } from './streams.ts'

/** Pages and REST share a host. */
const SITE = 'coincheck.com'
const SOCKETS = 'ws-api.coincheck.com'

const bases = `BTC ETH ETC LSK XRP XEM BCC IOST LTC XLM QTUM BAT ENJ OMG MANA LINK TRX EOS NEO ADA SYS ADX
  ZRX KNC`.split(/\s+/)

/** Coincheck: a ticker of one pair a call, trades of all on one socket. */
export const coincheck: Venue = {
  id: 'coincheck',
  hosts: [SITE, SOCKETS],
  open(market, wall) {
    const shelf = openShelf(market, {
      venue: 'coincheck',
      symbolOf: (base, quote) => `${base}_${quote}`.toLowerCase(),
      quotes: yen,
      bases,
    })
    const streams = openStreams(shelf, wall)
    const tickers = openTickers(shelf)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: (call) => (call.host === SITE ? answerRest(shelf, tickers, call) : notFound),
      refusal(status, retryAfter): Reply {
        if (status === 200) return refuse(400, 'invalid pair')
        return later(refuse(status, 'too_many_requests'), retryAfter)
      },
      connect: (line) => (line.host === SOCKETS && line.path === '/' ? streams.connect(line) : null),
      step: (prints) => streams.step(shelf.dealsOf(prints)),
      goodbye: () => streams.goodbye(),
    }
  },
}
