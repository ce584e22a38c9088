import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { later } from '../later.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'
import { announcementRow, coinRow, restTicker, symbolRow, tradeRow } from './rows.ts'

/** Announcements are kept for a month. */
const KEPT_MS = 30 * 86_400_000

type Answer = (query: URLSearchParams) => Reply

const body = (shelf: Shelf, data: unknown, code = '00000', msg = 'success') => ({
  code,
  msg,
  requestTime: shelf.now,
  data,
})

// The refusals of https://www.bitget.com/api-doc/spot/error-code/restapi
const words: Readonly<Record<number, readonly [string, string]>> = {
  400: ['40034', 'Parameter does not exist'],
  404: ['40404', 'Request URL NOT FOUND'],
  429: ['429', 'Too Many Requests'],
}

/** A refusal with an HTTP status, or (200) the body of an error, which comes with 400. */
export function refuse(shelf: Shelf, status: number, retryAfter: number): Reply {
  const sent = status === 200 ? 400 : status
  const [code, msg] = words[sent] ?? ['40015', 'System is abnormal, please try again later']
  return later(jsonReply(body(shelf, null, code, msg), 0, sent), sent === 429 ? retryAfter : 0)
}

/** Opens the REST host. Every path has its own number of requests a second. */
export function openRest(shelf: Shelf, wall: () => number): (call: Call) => Reply {
  const fine = (data: unknown): Reply => jsonReply(body(shelf, data))
  const unknown = (symbol: string): Reply =>
    jsonReply(body(shelf, null, '40034', `Parameter ${symbol} does not exist`), 1, 400)
  const ofSymbol = (query: URLSearchParams, make: (good: Good) => unknown): Reply => {
    const symbol = query.get('symbol') ?? ''
    const good = shelf.good(symbol)
    return good ? fine(make(good)) : unknown(symbol)
  }
  const each = (query: URLSearchParams, goods: readonly Good[], make: (good: Good) => unknown): Reply =>
    query.has('symbol') ? ofSymbol(query, (good) => [make(good)]) : fine(goods.map(make))
  const trades: Answer = (query) => {
    const limit = countOf(query, 'limit', 100, 500)
    return ofSymbol(query, (good) =>
      shelf
        .trades(good, limit)
        .toReversed()
        .map((deal) => ({ symbol: good.symbol, ...tradeRow(deal) })),
    )
  }
  const announcements: Answer = (query) => {
    const type = query.get('annType') || null
    const rows = shelf.official
      .statements()
      .filter(({ at }) => at > shelf.now - KEPT_MS)
      .map(announcementRow)
    return fine(rows.filter(({ annType }) => type === null || annType === type))
  }
  const route = (perSecond: number, answer: Answer) => ({
    budget: openBudget(wall, perSecond, 1_000),
    answer,
  })
  const routes = new Map([
    [
      '/api/v2/spot/public/symbols',
      route(20, (query) => each(query, shelf.goods, (good) => symbolRow(shelf, good))),
    ],
    [
      '/api/v2/spot/market/tickers',
      route(20, (query) => each(query, traded(shelf), (good) => restTicker(shelf, good))),
    ],
    ['/api/v2/spot/market/fills', route(10, trades)],
    [
      '/api/v2/spot/public/coins',
      route(3, () => fine(shelf.assets.map((coin, i) => coinRow(shelf, coin, i)))),
    ],
    // So the venue spells it.
    ['/api/v2/public/annoucements', route(20, announcements)],
  ])
  return ({ path, query }) => {
    const found = routes.get(path)
    if (!found) return refuse(shelf, 404, 0)
    const wait = found.budget.charge(1)
    return wait > 0 ? refuse(shelf, 429, wait) : found.answer(query)
  }
}

/** A pair has a ticker from its first trade on. */
const traded = (shelf: Shelf): Good[] => shelf.goods.filter(({ tape }) => tape.last > 0)
