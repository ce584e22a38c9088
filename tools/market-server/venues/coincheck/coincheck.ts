import { coincheck as exchange } from '../../../../src/exchanges/coincheck.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { withRetryAfter } from '../retry-after.ts'
import { yenQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { Reply, SimulatedVenue } from '../simulated-venue.ts'
import { notFound } from '../simulated-venue.ts'
import { answerRest, openTickers, refuse } from './rest.ts'
import { openStreams } from './streams.ts'

/** Pages and REST share a host. */
const siteHost = 'coincheck.com'
const socketHost = 'ws-api.coincheck.com'

const bases = `BTC ETH ETC LSK XRP XEM BCC IOST LTC XLM QTUM BAT ENJ OMG MANA LINK TRX EOS NEO ADA SYS ADX
  ZRX KNC`.split(/\s+/)

/** Coincheck: one ticker call per pair, trades of all pairs on one socket. */
export const coincheck: SimulatedVenue = {
  id: 'coincheck',
  hosts: [siteHost, socketHost],
  open(market, wall) {
    const venueMarket = openVenueMarket(market, {
      venue: 'coincheck',
      symbolOf: (base, quote) => `${base}_${quote}`.toLowerCase(),
      quotes: yenQuotes,
      bases,
    })
    const streams = openStreams(venueMarket, wall)
    const tickers = openTickers(venueMarket)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: (call) => (call.host === siteHost ? answerRest(venueMarket, tickers, call) : notFound),
      refusal(status, retryAfter): Reply {
        if (status === 200) return refuse(400, 'invalid pair')
        return withRetryAfter(refuse(status, 'too_many_requests'), retryAfter)
      },
      connect: (connection) =>
        connection.host === socketHost && connection.path === '/' ? streams.connect(connection) : null,
      step: (prints) => streams.step(venueMarket.tradesOf(prints)),
      shutdown: () => streams.shutdown(),
    }
  },
}
