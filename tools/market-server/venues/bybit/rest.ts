import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { plain } from '../plain.ts'
import type { Route } from '../routes.ts'
import { countOf, openRoutes } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'

// https://bybit-exchange.github.io/docs/v5/market/tickers and its neighbours

/** Bybit's words: beyond 600 requests in 5 s an address gets a bare 403, an error is HTTP 200 with a code. */
export function refusal(status: number, retryAfter: number): Reply {
  if (status === 403) return { status, headers: {}, body: '403, access too frequent', weight: 0 }
  const limited = status === 429 || status === 418
  const headers: Record<string, string> = limited ? { 'retry-after': String(retryAfter) } : {}
  return jsonReply(
    body(limited ? 10006 : 10016, limited ? 'Too many visits!' : 'Server error.', {}),
    0,
    status,
    headers,
  )
}

const body = (retCode: number, retMsg: string, result: unknown, time = 0): unknown => ({
  retCode,
  retMsg,
  result,
  retExtInfo: {},
  time,
})

/** The REST host. */
export function openRest(shelf: Shelf, wall: () => number): (call: Call) => Reply {
  const ok = (result: unknown): Reply => jsonReply(body(0, 'OK', result, shelf.now))
  const odd = (): Reply => jsonReply(body(10001, 'Not supported symbols', {}, shelf.now))
  const listed = (): Good[] => shelf.goods.filter((good) => shelf.status(good) === 'TRADING')
  /** A spot list of one pair or all; other categories are played empty. */
  const list = (query: URLSearchParams, row: (good: Good) => unknown): Reply => {
    const category = query.get('category')
    if (category !== 'spot') return ok({ category, list: [] })
    const symbol = query.get('symbol')
    const goods = symbol === null ? listed() : listed().filter((good) => good.symbol === symbol)
    return symbol !== null && goods.length === 0 ? odd() : ok({ category, list: goods.map(row) })
  }
  const routes: Record<string, Route> = {
    '/v5/market/time': { reply: () => ok({ timeSecond: String(Math.floor(shelf.now / 1_000)) }) },
    '/v5/market/tickers': { reply: (query) => list(query, (good) => ticker(shelf, good)) },
    '/v5/market/instruments-info': { reply: (query) => list(query, instrument) },
    '/v5/market/recent-trade': {
      reply(query) {
        const good = shelf.good(query.get('symbol') ?? '')
        if (!good) return odd()
        const trades = shelf.trades(good, countOf(query, 'limit', 60, 60)).toReversed()
        return ok({
          category: 'spot',
          list: trades.map(({ id, at, price, amount, side }) => ({
            execId: String(2_100_000_000_000_000_000n + BigInt(id)),
            symbol: good.symbol,
            price: plain(price),
            size: plain(amount),
            side: side === 'buy' ? 'Buy' : 'Sell',
            time: String(at),
            isBlockTrade: false,
          })),
        })
      },
    },
    '/v5/system/status': { reply: () => ok({ list: maintenance(shelf) }) },
    '/v5/announcements/index': { reply: () => ok(announcements(shelf)) },
  }
  return openRoutes(routes, openBudget(wall, 600, 5_000), (wait) => refusal(403, wait))
}

function ticker(shelf: Shelf, good: Good): unknown {
  const { open, high, low, last, base, quote } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  return {
    symbol: good.symbol,
    bid1Price: plain(bids[0]?.price ?? 0),
    bid1Size: plain(bids[0]?.amount ?? 0),
    ask1Price: plain(asks[0]?.price ?? 0),
    ask1Size: plain(asks[0]?.amount ?? 0),
    lastPrice: plain(last),
    prevPrice24h: plain(open),
    price24hPcnt: (last / open - 1).toFixed(4),
    highPrice24h: plain(high),
    lowPrice24h: plain(low),
    turnover24h: plain(quote),
    volume24h: plain(base),
  }
}

const instrument = ({ symbol, base, quote, tick }: Good): unknown => ({
  symbol,
  baseCoin: base,
  quoteCoin: quote,
  innovation: '0',
  status: 'Trading',
  marginTrading: 'none',
  stTag: '0',
  priceFilter: { tickSize: plain(tick) },
})

const maintenance = (shelf: Shelf): unknown[] =>
  shelf.official.maintenance().map(({ from, until, state }) => ({
    id: String(from),
    title: 'Bybit spot system maintenance',
    state,
    begin: String(from),
    end: String(until),
    href: '',
    serviceTypes: [1, 2, 5],
    product: [2],
    uidSuffix: [],
    maintainType: 1,
    env: 1,
  }))

function announcements(shelf: Shelf): unknown {
  const keys = { news: 'maintenance_updates', listing: 'new_crypto', delisting: 'delistings' }
  const list = shelf.official.statements().map(({ title, body: description, code, at, kind }) => ({
    title,
    description,
    type: { title: kind, key: keys[kind] },
    tags: ['Spot'],
    url: `https://www.bybit.com/en/announcement/${code}`,
    dateTimestamp: at,
    startDateTimestamp: at,
    endDateTimestamp: 0,
  }))
  return { total: list.length, list }
}
