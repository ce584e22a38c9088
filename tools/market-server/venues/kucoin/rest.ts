import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { plain } from '../plain.ts'
import type { Route } from '../routes.ts'
import { openRoutes } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'
import { announcements, currency, status } from './official.ts'
import type { Tickets } from './tickets.ts'

// https://www.kucoin.com/docs-new/introduction, classic paths

const body = (code: string, rest: Record<string, unknown>, httpStatus = 200, headers = {}): Reply =>
  jsonReply({ code, ...rest }, 0, httpStatus, headers)

/** KuCoin's words: `code` is text, `200000` where all is well. */
export function refusal(httpStatus: number, retryAfter: number): Reply {
  const limited = httpStatus === 429
  const headers = limited ? { 'retry-after': String(retryAfter), 'gw-ratelimit-remaining': '0' } : {}
  const [code, msg] = limited ? ['429000', 'Too Many Requests'] : ['500000', 'Internal Server Error']
  return body(code, { msg }, httpStatus, headers)
}

/** The REST host: 2,000 weight in 30 s. */
export function openRest(shelf: Shelf, wall: () => number, tickets: Tickets): (call: Call) => Reply {
  const ok = (data: unknown): Reply => body('200000', { data })
  const one = (query: URLSearchParams, data: (good: Good) => unknown): Reply => {
    const good = shelf.good(query.get('symbol') ?? '')
    return good ? ok(data(good)) : body('400100', { msg: 'This pair is not provided at present' })
  }
  const routes: Record<string, Route> = {
    '/api/v1/timestamp': { weight: 3, reply: () => ok(shelf.now) },
    '/api/v1/market/allTickers': {
      weight: 15,
      reply: () => ok({ time: shelf.now, ticker: shelf.goods.map((good) => ticker(shelf, good)) }),
    },
    '/api/v1/market/stats': {
      weight: 15,
      reply: (query) => one(query, (good) => ({ time: shelf.now, ...ticker(shelf, good) })),
    },
    '/api/v1/market/histories': { weight: 3, reply: (query) => one(query, (good) => histories(shelf, good)) },
    '/api/v2/symbols': { weight: 4, reply: () => ok(shelf.goods.map((good) => entry(shelf, good))) },
    '/api/v1/status': { weight: 3, reply: () => ok(status(shelf)) },
    '/api/v3/announcements': { weight: 20, reply: () => ok(announcements(shelf)) },
    '/api/v3/currencies': {
      weight: 3,
      reply: () => ok(shelf.assets.map((asset) => currency(asset, shelf.official.moves(asset)))),
    },
    '/api/v1/bullet-public': { method: 'POST', weight: 10, reply: () => ok(tickets.issue()) },
  }
  return openRoutes(routes, openBudget(wall, 2_000, 30_000), (wait) => refusal(429, wait))
}

function ticker(shelf: Shelf, good: Good): Record<string, unknown> {
  const { open, high, low, last, base, quote, weighted } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  return {
    symbol: good.symbol,
    symbolName: good.symbol,
    buy: plain(bids[0]?.price ?? 0),
    bestBidSize: plain(bids[0]?.amount ?? 0),
    sell: plain(asks[0]?.price ?? 0),
    bestAskSize: plain(asks[0]?.amount ?? 0),
    changeRate: (last / open - 1).toFixed(4),
    changePrice: plain(last - open),
    high: plain(high),
    low: plain(low),
    vol: plain(base),
    volValue: plain(quote),
    last: plain(last),
    averagePrice: plain(weighted),
    takerFeeRate: '0.001',
    makerFeeRate: '0.001',
  }
}

/** The last hundred, newest first, their times in ns. */
const histories = (shelf: Shelf, good: Good): unknown[] =>
  shelf
    .trades(good, 100)
    .toReversed()
    .map(({ id, at, price, amount, side }) => ({
      sequence: String(id),
      price: plain(price),
      size: plain(amount),
      side,
      time: at * 1e6,
    }))

const entry = (shelf: Shelf, good: Good): unknown => ({
  symbol: good.symbol,
  name: good.symbol,
  baseCurrency: good.base,
  quoteCurrency: good.quote,
  market: good.quote,
  priceIncrement: plain(good.tick),
  enableTrading: shelf.status(good) === 'TRADING',
  st: false,
})
