import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { later } from '../later.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'
import { altName, assetId } from './names.ts'
import { assetRow, pairRow, systemStatus, tickerRow, tradeRow } from './rows.ts'

// Thirty at once, one a second on the whole; seen from outside, for what is published counts keys.
const BURST = 30
const MOST_TRADES = 1_000

const failure = (...error: readonly string[]): Reply => jsonReply({ error })
const tooMany = 'EGeneral:Too many requests'

const words: Readonly<Record<number, string>> = { 200: 'EQuery:Unknown asset pair', 429: tooMany }

/** A refusal with an HTTP status, or (200) the body of an error: Kraken's own refusals come with 200. */
export function refuse(status: number, retryAfter: number): Reply {
  return later(
    jsonReply({ error: [words[status] ?? 'EService:Unavailable'] }, 0, status),
    status === 429 ? retryAfter : 0,
  )
}

/** Opens `/0/public/…`. Whatever is wrong, it is said in `error` with HTTP 200, too many requests as well. */
export function openRest(shelf: Shelf, wall: () => number): (call: Call) => Reply {
  const budget = openBudget(wall, BURST, BURST * 1_000)
  const fine = (result: unknown): Reply => jsonReply({ error: [], result })
  /** An object keyed by the ids of the pairs asked for, or of all. */
  const keyed = (query: URLSearchParams, make: (good: Good) => unknown): Reply => {
    const asked =
      query
        .get('pair')
        ?.split(',')
        .map((name) => goodOf(shelf, name)) ?? shelf.goods
    const goods = asked.filter((good) => good !== null)
    if (goods.length < asked.length) return failure('EQuery:Unknown asset pair')
    return fine(Object.fromEntries(goods.map((good) => [good.symbol, make(good)])))
  }
  const trades = (query: URLSearchParams): Reply => {
    const good = goodOf(shelf, query.get('pair') ?? '')
    if (!good) return failure('EQuery:Unknown asset pair')
    const deals = shelf.trades(good, countOf(query, 'count', MOST_TRADES, MOST_TRADES))
    const last = `${deals.at(-1)?.at ?? shelf.now}000000`
    return fine({ [good.symbol]: deals.map(tradeRow), last })
  }
  const routes = new Map<string, (query: URLSearchParams) => Reply>([
    ['SystemStatus', () => fine(systemStatus(shelf))],
    [
      'Assets',
      () => fine(Object.fromEntries(shelf.assets.map((coin) => [assetId(coin), assetRow(shelf, coin)]))),
    ],
    ['AssetPairs', (query) => keyed(query, (good) => pairRow(shelf, good))],
    ['Ticker', (query) => keyed(query, (good) => tickerRow(shelf, good))],
    ['Trades', trades],
    [
      'Time',
      () => fine({ unixtime: Math.floor(shelf.now / 1_000), rfc1123: new Date(shelf.now).toUTCString() }),
    ],
  ])
  return ({ path, query }) => {
    if (budget.charge(1) > 0) return failure(tooMany)
    const answer = path.startsWith('/0/public/') ? routes.get(path.slice('/0/public/'.length)) : undefined
    return answer?.(query) ?? failure('EGeneral:Unknown method')
  }
}

/** A pair by any of the names that REST takes: `XXBTZUSD`, `XBTUSD`, `XBT/USD`. */
function goodOf(shelf: Shelf, name: string): Good | null {
  const isMeant = ({ base, quote }: Good): boolean => {
    const sides = [altName(base), altName(quote)]
    return sides.join('') === name || sides.join('/') === name
  }
  return shelf.good(name) ?? shelf.goods.find(isMeant) ?? null
}
