import { bithumb as exchange } from '../../../../src/exchanges/bithumb.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { wonQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import { openUpbitStreams } from '../upbit/streams.ts'
import type { Reply, SimulatedVenue } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { sequenceOf } from './official.ts'
import { answerRest, refuseV1 } from './rest.ts'

const apiHost = 'api.bithumb.com'
const socketHost = 'ws-api.bithumb.com'
const requestsPerSecond = 150

/** Bithumb: two REST generations on one host, sockets in Upbit's format. */
export const bithumb: SimulatedVenue = {
  id: 'bithumb',
  hosts: [apiHost, socketHost, 'www.bithumb.com'],
  open(market, wall) {
    const venueMarket = openVenueMarket(market, {
      venue: 'bithumb',
      symbolOf: (base, quote) => `${quote}-${base}`,
      quotes: wonQuotes,
    })
    const dialect = { sequenceOf, noType: 'WRONG_FORMAT', onlyRealtime: 'isOnlyRealtime' }
    const streams = openUpbitStreams(venueMarket, wall, dialect)
    const budget = openBudget(wall, requestsPerSecond, 1_000)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer(call) {
        if (call.host !== apiHost) return jsonReply({}, 0, 404)
        return budget.charge(1) > 0 ? refusal(429, 0) : answerRest(venueMarket, call)
      },
      refusal,
      connect: (connection) =>
        connection.host === socketHost && connection.path === '/websocket/v1'
          ? streams.connect(connection)
          : null,
      step: (prints) => streams.step(venueMarket.tradesOf(prints)),
      shutdown: () => streams.shutdown(),
    }
  },
}

/** Errors in a call come with HTTP 200; refusals by the gateway have an HTTP status. */
function refusal(status: number, retryAfter: number): Reply {
  if (status === 200) return refuseV1('5500', 'Invalid Parameter')
  const headers: Record<string, string> = {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-burst-capacity': String(requestsPerSecond),
  }
  if (retryAfter > 0) headers['retry-after'] = String(retryAfter)
  return jsonReply({ error: { name: status, message: 'Too many requests.' } }, 0, status, headers)
}
