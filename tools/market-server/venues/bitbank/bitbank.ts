import { bitbank as exchange } from '../../../../src/exchanges/bitbank.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { withRetryAfter } from '../retry-after.ts'
import { yenQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { Reply, SimulatedVenue } from '../simulated-venue.ts'
import { answerRest, publicHost, refuse } from './rest.ts'
import { openStreams } from './streams.ts'

const apiHost = 'api.bitbank.cc'
const socketHost = 'stream.bitbank.cc'

const bases =
  `BTC ETH BNB XRP LTC BCC ADA TRX XLM EOS IOTA NEO ETC QTUM ONT ICX DASH XMR ZEC ZIL OMG ZRX LSK BAT
  WAVES NPXS LINK MANA ENJ KNC REP SNT SYS THETA VIA XEM ZEN ADX NULS AION ELF LRC MCO POWR`.split(/\s+/)

/** bitbank: one call for every ticker, Socket.IO for trades. */
export const bitbank: SimulatedVenue = {
  id: 'bitbank',
  hosts: [publicHost, apiHost, socketHost, 'app.bitbank.cc'],
  open(market, wall) {
    const venueMarket = openVenueMarket(market, {
      venue: 'bitbank',
      symbolOf: (base, quote) => `${base}_${quote}`.toLowerCase(),
      quotes: yenQuotes,
      bases,
    })
    const streams = openStreams(venueMarket, wall)
    const budget = openBudget(wall, 10, 1_000)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: (call) => (budget.charge(1) > 0 ? refuse(429, 10_009) : answerRest(venueMarket, call)),
      refusal(status, retryAfter): Reply {
        if (status === 200) return refuse(200, 10_007)
        return withRetryAfter(refuse(status, status === 429 ? 10_009 : 10_008), retryAfter)
      },
      connect: (connection) =>
        connection.host === socketHost && connection.path === '/socket.io/'
          ? streams.connect(connection)
          : null,
      step: (prints) => streams.step(venueMarket.tradesOf(prints)),
      shutdown: () => streams.shutdown(),
    }
  },
}
