import { bitbank as exchange } from '../../../../src/exchanges/bitbank.ts'
import { openShelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { later } from '../later.ts'
import { yen } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Reply, Venue } from '../venue.ts'
import { answerRest, PUBLIC, refuse } from './rest.ts'
import { openStreams } from './streams.ts'

const API = 'api.bitbank.cc'
const SOCKETS = 'stream.bitbank.cc'

const bases =
  `BTC ETH BNB XRP LTC BCC ADA TRX XLM EOS IOTA NEO ETC QTUM ONT ICX DASH XMR ZEC ZIL OMG ZRX LSK BAT
  WAVES NPXS LINK MANA ENJ KNC REP SNT SYS THETA VIA XEM ZEN ADX NULS AION ELF LRC MCO POWR`.split(/\s+/)

/** bitbank: one call for every ticker, Socket.IO for trades. */
export const bitbank: Venue = {
  id: 'bitbank',
  hosts: [PUBLIC, API, SOCKETS, 'app.bitbank.cc'],
  open(market, wall) {
    const shelf = openShelf(market, {
      venue: 'bitbank',
      symbolOf: (base, quote) => `${base}_${quote}`.toLowerCase(),
      quotes: yen,
      bases,
    })
    const streams = openStreams(shelf, wall)
    const budget = openBudget(wall, 10, 1_000)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: (call) => (budget.charge(1) > 0 ? refuse(429, 10_009) : answerRest(shelf, call)),
      refusal(status, retryAfter): Reply {
        if (status === 200) return refuse(200, 10_007)
        return later(refuse(status, status === 429 ? 10_009 : 10_008), retryAfter)
      },
      connect: (line) =>
        line.host === SOCKETS && line.path === '/socket.io/' ? streams.connect(line) : null,
      step: (prints) => streams.step(shelf.dealsOf(prints)),
      goodbye: () => streams.goodbye(),
    }
  },
}
