import { bitflyer as exchange } from '../../../../src/exchanges/bitflyer.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { withRetryAfter } from '../retry-after.ts'
import { yenQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { Reply, SimulatedVenue } from '../simulated-venue.ts'
import { answerRest, refuse } from './rest.ts'
import { openStreams } from './streams.ts'

const apiHost = 'api.bitflyer.com'
const socketHost = 'ws.lightstream.bitflyer.com'
const callsPerPeriod = 500
const periodMs = 300_000

const bases = 'BTC ETH XRP XLM LSK BAT BCC SYS ADX'.split(' ')

/** bitFlyer Lightning: REST has no list of all tickers, the JSON-RPC socket carries everything. */
export const bitflyer: SimulatedVenue = {
  id: 'bitflyer',
  hosts: [apiHost, socketHost, 'lightning.bitflyer.com'],
  open(market, wall) {
    const venueMarket = openVenueMarket(market, {
      venue: 'bitflyer',
      symbolOf: (base, quote) => `${base}_${quote}`,
      quotes: yenQuotes,
      bases,
    })
    const streams = openStreams(venueMarket, wall)
    const budget = openBudget(wall, callsPerPeriod, periodMs)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: (call) => (budget.charge(1) > 0 ? overLimit(429) : answerRest(venueMarket, call)),
      refusal(status, retryAfter) {
        if (status === 200) return refuse(400, -100, 'Invalid product')
        return withRetryAfter(overLimit(status), retryAfter)
      },
      connect: (connection) =>
        connection.host === socketHost && connection.path === '/json-rpc'
          ? streams.connect(connection)
          : null,
      step: (prints) => streams.step(venueMarket.tradesOf(prints)),
      shutdown: () => streams.shutdown(),
    }
  },
}

const overLimit = (status: number): Reply => refuse(status, -1, 'Over API limit per period, per IP address')
