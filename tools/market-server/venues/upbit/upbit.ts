import { upbit as exchange } from '../../../../src/exchanges/upbit.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { withRetryAfter } from '../retry-after.ts'
import { wonQuotes } from '../quotes.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { Reply, SimulatedVenue } from '../simulated-venue.ts'
import { answerRest, refuse, sequenceOf } from './rest.ts'
import { openUpbitStreams } from './streams.ts'

const apiHost = 'api.upbit.com'

/**
 * Upbit as an extension sees it: its GETs have no Origin header and count in the group of ten a second, its sockets
 * have one, and one is allowed in 10 s. https://docs.upbit.com/changelog/origin_rate_limit
 */
export const upbit: SimulatedVenue = {
  id: 'upbit',
  hosts: [apiHost, 'upbit.com'],
  open(market, wall) {
    const venueMarket = openVenueMarket(market, {
      venue: 'upbit',
      symbolOf: (base, quote) => `${quote}-${base}`,
      quotes: { ...wonQuotes, USDT: { from: 'USDT', rate: 1 } },
    })
    const dialect = { sequenceOf, noType: 'NO_TYPE', onlyRealtime: 'is_only_realtime' }
    const streams = openUpbitStreams(venueMarket, wall, dialect)
    const quotation = openBudget(wall, 10, 1000)
    const origin = openBudget(wall, 1, 10_000)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: (call) => counted(quotation.charge(1) > 0 ? refusal(429) : answerRest(venueMarket, call)),
      refusal: (status, retryAfter) =>
        status === 200 ? refuse(400, 'Bad request') : withRetryAfter(refusal(status), retryAfter),
      refuses: (host) => (host === apiHost && origin.charge(1) > 0 ? 429 : null),
      connect: (connection) =>
        connection.host === apiHost && connection.path === '/websocket/v1'
          ? streams.connect(connection)
          : null,
      step: (prints) => streams.step(venueMarket.tradesOf(prints)),
      shutdown: () => streams.shutdown(),
    }
  },
}

const refusal = (status: number): Reply =>
  status === 429
    ? refuse(429, 'Too many API requests.', 'too_many_requests')
    : refuse(status, 'Request could not be processed.')

/** Every reply states what is left of this second's limit. */
const counted = (reply: Reply): Reply => ({
  ...reply,
  headers: { ...reply.headers, 'remaining-req': 'group=ticker; min=573; sec=9' },
})
