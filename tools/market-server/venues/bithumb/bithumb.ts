import { bithumb as exchange } from '../../../../src/exchanges/bithumb.ts'
import { openShelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { won } from '../quotes.ts'
import { tradingPageDesk } from '../trading-page.ts'
import { openUpbitStreams } from '../upbit/streams.ts'
import type { Reply, Venue } from '../venue.ts'
import { jsonReply } from '../venue.ts'
import { sequenceOf } from './official.ts'
import { answerRest, refuseOld } from './rest.ts'

const API = 'api.bithumb.com'
const SOCKETS = 'ws-api.bithumb.com'
const A_SECOND = 150

/** Bithumb: two generations of REST on one host, sockets that speak as Upbit's do. */
export const bithumb: Venue = {
  id: 'bithumb',
  hosts: [API, SOCKETS, 'www.bithumb.com'],
  open(market, wall) {
    const shelf = openShelf(market, {
      venue: 'bithumb',
      symbolOf: (base, quote) => `${quote}-${base}`,
      quotes: won,
    })
    const dialect = { sequenceOf, noType: 'WRONG_FORMAT', onlyRealtime: 'isOnlyRealtime' }
    const streams = openUpbitStreams(shelf, wall, dialect)
    const budget = openBudget(wall, A_SECOND, 1_000)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer(call) {
        if (call.host !== API) return jsonReply({}, 0, 404)
        return budget.charge(1) > 0 ? refusal(429, 0) : answerRest(shelf, call)
      },
      refusal,
      connect: (line) =>
        line.host === SOCKETS && line.path === '/websocket/v1' ? streams.connect(line) : null,
      step: (prints) => streams.step(shelf.dealsOf(prints)),
      goodbye: () => streams.goodbye(),
    }
  },
}

/** What goes wrong in a call is said with HTTP 200; a refusal by the gateway has a status of its own. */
function refusal(status: number, retryAfter: number): Reply {
  if (status === 200) return refuseOld('5500', 'Invalid Parameter')
  const headers: Record<string, string> = {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-burst-capacity': String(A_SECOND),
  }
  if (retryAfter > 0) headers['retry-after'] = String(retryAfter)
  return jsonReply({ error: { name: status, message: 'Too many requests.' } }, 0, status, headers)
}
