import type { Good } from '../../market/good.ts'
import type { Status } from '../../market/market.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { plain } from '../plain.ts'
import type { Route } from '../routes.ts'
import { countOf, openRoutes } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'

// https://www.okx.com/docs-v5/en/#public-data-rest-api

const states: Readonly<Record<Status, string>> = {
  TRADING: 'live',
  HALT: 'suspend',
  BREAK: 'suspend',
  CANCEL_ONLY: 'suspend',
}

/** OKX's words: `code` is text, `0` where all is well. */
export function refusal(status: number, retryAfter: number): Reply {
  const limited = status === 429
  const [code, msg] = limited ? ['50011', 'Too Many Requests'] : ['50001', 'Service temporarily unavailable.']
  const headers: Record<string, string> = limited ? { 'retry-after': String(retryAfter) } : {}
  return jsonReply({ code, msg, data: [] }, 0, status, headers)
}

/** The REST paths: 20 requests in 2 s. */
export function openRest(shelf: Shelf, wall: () => number): (call: Call) => Reply {
  const ok = (data: readonly unknown[]): Reply => jsonReply({ code: '0', msg: '', data })
  const odd = (id: string): Reply =>
    jsonReply({
      code: '51001',
      msg: `Instrument ID, Instrument ID code, or Spread ID ${id} doesn't exist.`,
      data: [],
    })
  const one = (query: URLSearchParams, row: (good: Good) => readonly unknown[]): Reply => {
    const id = query.get('instId') ?? ''
    const good = shelf.good(id)
    return good ? ok(row(good)) : odd(id)
  }
  const all = (query: URLSearchParams, row: (good: Good) => unknown): Reply =>
    ok(query.get('instType') === 'SPOT' ? shelf.goods.map(row) : [])
  const routes: Record<string, Route> = {
    '/api/v5/public/time': { reply: () => ok([{ ts: String(shelf.now) }]) },
    '/api/v5/market/tickers': { reply: (query) => all(query, (good) => ticker(shelf, good)) },
    '/api/v5/market/ticker': { reply: (query) => one(query, (good) => [ticker(shelf, good)]) },
    '/api/v5/public/instruments': { reply: (query) => all(query, (good) => instrument(shelf, good)) },
    '/api/v5/market/trades': {
      reply: (query) =>
        one(query, (good) =>
          shelf
            .trades(good, countOf(query, 'limit', 100, 500))
            .toReversed()
            .map(({ id, at, price, amount, side }) => ({
              instId: good.symbol,
              side,
              sz: plain(amount),
              px: plain(price),
              source: '0',
              tradeId: String(id),
              ts: String(at),
            })),
        ),
    },
    '/api/v5/system/status': { reply: () => ok(maintenance(shelf)) },
    '/api/v5/support/announcements': { reply: () => ok([{ details: announcements(shelf), totalPage: '1' }]) },
  }
  return openRoutes(routes, openBudget(wall, 20, 2_000), (wait) => refusal(429, wait))
}

function ticker(shelf: Shelf, good: Good): unknown {
  const { open, high, low, last, base, quote } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  return {
    instType: 'SPOT',
    instId: good.symbol,
    last: plain(last),
    lastSz: plain(good.tape.lastAmount),
    askPx: plain(asks[0]?.price ?? 0),
    askSz: plain(asks[0]?.amount ?? 0),
    bidPx: plain(bids[0]?.price ?? 0),
    bidSz: plain(bids[0]?.amount ?? 0),
    open24h: plain(open),
    high24h: plain(high),
    low24h: plain(low),
    volCcy24h: plain(quote),
    vol24h: plain(base),
    ts: String(shelf.now),
    sodUtc0: plain(open),
    sodUtc8: plain(open),
  }
}

const instrument = (shelf: Shelf, good: Good): unknown => ({
  instType: 'SPOT',
  instId: good.symbol,
  baseCcy: good.base,
  quoteCcy: good.quote,
  state: states[shelf.status(good)],
  tickSz: plain(good.tick),
  listTime: String(good.tape.instrument.listedAt),
})

const maintenance = (shelf: Shelf): unknown[] =>
  shelf.official.maintenance().map(({ from, until, state }) => ({
    title: 'Spot system upgrade',
    state,
    begin: String(from),
    end: String(until),
    preOpenBegin: '',
    href: '',
    serviceType: '5',
    system: 'unified',
    scheDesc: '',
    maintType: '1',
    env: '1',
  }))

function announcements(shelf: Shelf): unknown[] {
  const types = {
    news: 'announcements-latest',
    listing: 'announcements-new-listings',
    delisting: 'announcements-delistings',
  }
  return shelf.official.statements().map(({ title, code, at, kind }) => ({
    annType: types[kind],
    title,
    url: `https://www.okx.com/help/${code}`,
    pTime: String(at),
    businessPTime: String(at),
  }))
}
