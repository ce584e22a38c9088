import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { later } from '../later.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'
import { bestRow, currencyRow, figuresRow, marketStatus, matchesOf, symbolRow } from './rows.ts'

const error = (shelf: Shelf, code: string, message: string) => ({
  status: 'error',
  'err-code': code,
  'err-msg': message,
  ts: shelf.now,
  data: null,
})

// What a throttled caller reads is not documented: the word for it is ours.
const words: Readonly<Record<number, readonly [string, string]>> = {
  200: ['invalid-parameter', 'invalid symbol'],
  404: ['invalid-command', 'invalid command'],
  429: ['too-many-requests', 'too many requests'],
}

/** A refusal with an HTTP status, or (200) the body of an error, which HTX sends with 200. */
export function refuse(shelf: Shelf, status: number, retryAfter: number): Reply {
  const [code, message] = words[status] ?? ['system-maintenance', 'System is in maintenance']
  return later(jsonReply(error(shelf, code, message), 0, status), status === 429 ? retryAfter : 0)
}

/** Opens the REST paths: ten requests a second, errors with HTTP 200, paths of v1 and v2 each in their own envelope. */
export function openRest(shelf: Shelf, wall: () => number): (call: Call) => Reply {
  const budget = openBudget(wall, 10, 1_000)
  const v1 = (body: object): Reply => jsonReply({ status: 'ok', ts: shelf.now, ...body })
  const v2 = (data: unknown): Reply => jsonReply({ code: 200, message: 'success', data })
  const ofSymbol = (query: URLSearchParams, make: (good: Good) => object): Reply => {
    const good = shelf.good(query.get('symbol') ?? '')
    return good ? v1(make(good)) : jsonReply(error(shelf, 'invalid-parameter', 'invalid symbol'))
  }
  const tickers = (): Reply => {
    const traded = shelf.goods.filter(({ tape }) => tape.last > 0)
    return v1({
      data: traded.map((good) => ({
        symbol: good.symbol,
        ...figuresRow(shelf, good),
        ...bestRow(shelf, good),
      })),
    })
  }
  const merged = (query: URLSearchParams): Reply =>
    ofSymbol(query, (good) => {
      const { bid, bidSize, ask, askSize } = bestRow(shelf, good)
      const id = good.tape.lastId
      const tick = { id, version: id, ...figuresRow(shelf, good), bid: [bid, bidSize], ask: [ask, askSize] }
      return { ch: `market.${good.symbol}.detail.merged`, tick }
    })
  const trades = (query: URLSearchParams): Reply =>
    ofSymbol(query, (good) => {
      const size = countOf(query, 'size', 1, 2_000)
      return {
        ch: `market.${good.symbol}.trade.detail`,
        data: matchesOf(shelf.trades(good, size), 'trade-id'),
      }
    })
  const routes = new Map<string, (query: URLSearchParams) => Reply>([
    ['/market/tickers', tickers],
    ['/market/detail/merged', merged],
    ['/market/history/trade', trades],
    ['/v1/common/symbols', () => v1({ data: shelf.goods.map((good) => symbolRow(shelf, good)) })],
    ['/v2/market-status', () => v2(marketStatus(shelf))],
    ['/v2/reference/currencies', () => v2(shelf.assets.map((asset) => currencyRow(shelf, asset)))],
  ])
  return ({ path, query }) => {
    const wait = budget.charge(1)
    if (wait > 0) return refuse(shelf, 429, wait)
    return routes.get(path)?.(query) ?? refuse(shelf, 404, 0)
  }
}
