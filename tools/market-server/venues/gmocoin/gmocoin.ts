import { gmocoin as exchange } from '../../../../src/exchanges/gmocoin.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { withRetryAfter } from '../retry-after.ts'
import { yenQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { Reply, SimulatedVenue } from '../simulated-venue.ts'
import { answerForex } from './forex.ts'
import { answerRest, refuse, stateOf } from './rest.ts'
import { openStreams } from './streams.ts'

const apiHost = 'api.coin.z.com'
const forexHost = 'forex-api.coin.z.com'

const bases = `BTC ETH BCC LTC XRP XEM XLM BAT QTUM ADA LINK IOST ENJ MANA OMG NEO SYS ADX`.split(' ')

/** GMO Coin, and its foreign exchange API, which quotes USD/JPY. */
export const gmocoin: SimulatedVenue = {
  id: 'gmocoin',
  hosts: [apiHost, forexHost, 'coin.z.com'],
  open(market, wall) {
    const venueMarket = openVenueMarket(market, {
      venue: 'gmocoin',
      symbolOf: (base) => base,
      quotes: yenQuotes,
      bases,
    })
    const streams = openStreams(venueMarket, wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: (call) =>
        call.host === forexHost ? answerForex(venueMarket.now, call) : answerRest(venueMarket, call),
      refusal(status, retryAfter): Reply {
        if (status === 200) return refuse('ERR-5201', 'MAINTENANCE. Please wait for a while', 404, 5)
        return withRetryAfter(refuse('ERR-5003', 'The API usage limits are exceeded.', status, 4), retryAfter)
      },
      refuses: (host) => (host === apiHost && stateOf(venueMarket) === 'MAINTENANCE' ? 503 : null),
      connect: (connection) =>
        connection.host === apiHost && connection.path === '/ws/public/v1'
          ? streams.connect(connection)
          : null,
      step: (prints) => streams.step(venueMarket.tradesOf(prints)),
      shutdown: () => streams.shutdown(),
    }
  },
}
