import { DAY } from '../../market/bar.ts'
import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { plain } from '../plain.ts'
import type { Route } from '../routes.ts'
import { countOf, openRoutes } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'

// https://www.mexc.com/api-docs/spot-v3/introduction

/** MEXC's words. */
export function refusal(status: number, retryAfter: number): Reply {
  const limited = status === 429 || status === 418
  const headers: Record<string, string> = limited ? { 'retry-after': String(retryAfter) } : {}
  const [code, msg] = limited ? [429, 'Too Many Requests'] : [500, 'Internal Error']
  return jsonReply({ code, msg }, 0, status, headers)
}

/** The REST host: 500 weight in 10 s. */
export function openRest(shelf: Shelf, wall: () => number): (call: Call) => Reply {
  const invalid = (): Reply => jsonReply({ code: -1121, msg: 'Invalid symbol.' }, 0, 400)
  const one = (query: URLSearchParams, body: (good: Good) => unknown): Reply => {
    const good = shelf.good(query.get('symbol') ?? '')
    return good ? jsonReply(body(good)) : invalid()
  }
  const routes: Record<string, Route> = {
    '/api/v3/ping': { reply: () => jsonReply({}) },
    '/api/v3/time': { reply: () => jsonReply({ serverTime: shelf.now }) },
    '/api/v3/exchangeInfo': {
      weight: 10,
      reply: () =>
        jsonReply({
          timezone: 'CST',
          serverTime: shelf.now,
          symbols: shelf.goods.map((good) => entry(shelf, good)),
        }),
    },
    '/api/v3/ticker/24hr': {
      weight: 40,
      reply: (query) =>
        query.has('symbol')
          ? one(query, (good) => ticker(shelf, good))
          : jsonReply(shelf.goods.map((good) => ticker(shelf, good))),
    },
    '/api/v3/trades': {
      weight: 5,
      reply: (query) => one(query, (good) => trades(shelf, good, countOf(query, 'limit', 500, 1_000))),
    },
  }
  return openRoutes(routes, openBudget(wall, 500, 10_000), (wait) => refusal(429, wait))
}

/** Changes are fractions, sizes of the book's top stay empty, trades are not counted. */
function ticker(shelf: Shelf, good: Good): unknown {
  const { open, high, low, last, base, quote } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  return {
    symbol: good.symbol,
    priceChange: plain(last - open),
    priceChangePercent: (last / open - 1).toFixed(4),
    prevClosePrice: plain(open),
    lastPrice: plain(last),
    bidPrice: plain(bids[0]?.price ?? 0),
    bidQty: '',
    askPrice: plain(asks[0]?.price ?? 0),
    askQty: '',
    openPrice: plain(open),
    highPrice: plain(high),
    lowPrice: plain(low),
    volume: plain(base),
    quoteVolume: plain(quote),
    openTime: shelf.now - DAY,
    closeTime: shelf.now,
    count: null,
  }
}

const entry = (shelf: Shelf, good: Good): unknown => ({
  symbol: good.symbol,
  status: shelf.status(good) === 'TRADING' ? '1' : '2',
  baseAsset: good.base,
  quoteAsset: good.quote,
  fullName: good.base,
  // Of trading by API alone.
  isSpotTradingAllowed: false,
  tradeSideType: 1,
  st: false,
})

/** Newest first, without ids. */
const trades = (shelf: Shelf, good: Good, most: number): unknown[] =>
  shelf
    .trades(good, most)
    .toReversed()
    .map(({ at, price, amount, side }) => ({
      id: null,
      price: plain(price),
      qty: plain(amount),
      quoteQty: plain(price * amount),
      time: at,
      isBuyerMaker: side === 'sell',
      isBestMatch: true,
      tradeType: side === 'sell' ? 'ASK' : 'BID',
    }))
