import { upbit as exchange } from '../../../../src/exchanges/upbit.ts'
import { openShelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { later } from '../later.ts'
import { won } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Reply, Venue } from '../venue.ts'
import { answerRest, refuse, sequenceOf } from './rest.ts'
import { openUpbitStreams } from './streams.ts'

const API = 'api.upbit.com'

/**
 * Upbit as a browser meets it: every request and every new socket counts as one with an Origin header,
 * of which there is one in 10 s. https://docs.upbit.com/changelog/origin_rate_limit
 */
export const upbit: Venue = {
  id: 'upbit',
  hosts: [API, 'upbit.com'],
  open(market, wall) {
    const shelf = openShelf(market, {
      venue: 'upbit',
      symbolOf: (base, quote) => `${quote}-${base}`,
      quotes: { ...won, USDT: { from: 'USDT', rate: 1 } },
    })
    const dialect = { sequenceOf, noType: 'NO_TYPE', onlyRealtime: 'is_only_realtime' }
    const streams = openUpbitStreams(shelf, wall, dialect)
    const origin = openBudget(wall, 1, 10_000)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: (call) => counted(origin.charge(1) > 0 ? refusal(429) : answerRest(shelf, call)),
      refusal: (status, retryAfter) =>
        status === 200 ? refuse(400, 'Bad request') : later(refusal(status), retryAfter),
      refuses: (host) => (host === API && origin.charge(1) > 0 ? 429 : null),
      connect: (line) => (line.host === API && line.path === '/websocket/v1' ? streams.connect(line) : null),
      step: (prints) => streams.step(shelf.dealsOf(prints)),
      goodbye: () => streams.goodbye(),
    }
  },
}

const refusal = (status: number): Reply =>
  status === 429
    ? refuse(429, 'Too many API requests.', 'too_many_requests')
    : refuse(status, 'Request could not be processed.')

/** Every reply says what is left of this second. */
const counted = (reply: Reply): Reply => ({
  ...reply,
  headers: { ...reply.headers, 'remaining-req': 'group=origin; min=6; sec=0' },
})
