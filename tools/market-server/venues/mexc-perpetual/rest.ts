import { minuteMs } from '../../market/bar.ts'
import type { ContractMarket } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import type { ContractUnit } from '../contract-units.ts'
import { minutesOf, timeIn } from '../interval-minutes.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply, notFound } from '../simulated-venue.ts'
import { dealRow, detailRow, fundingRow, klineColumns, tickerRow } from './rows.ts'

// https://www.mexc.com/api-docs/futures/market-endpoints

/** Where the paths begin. Spot has `/api/v3/` on the same host. */
export const root = '/api/v1/contract/'

const minutes = minutesOf('1 5 15 30 60 4h')
const maxCandles = 2000

const failed = (code: number, message: string, status = 200): Reply =>
  jsonReply({ success: false, code, message }, 1, status)

/** Errors have status 200, too many requests included. */
export const refusal = (status: number): Reply =>
  status === 429 || status === 418
    ? failed(510, 'Requests are too frequent', status)
    : status === 200
      ? failed(1001, 'Contract does not exist!')
      : failed(500, 'System internal error!', status)

interface Route {
  /** Requests per so many ms: 20 per 2 s where it says nothing. */
  readonly limit?: readonly [count: number, perMs: number]
  /** Of one contract where the path or the query names it, else of all; null: it must name one. */
  readonly all: ((listings: readonly Listing[]) => unknown) | null
  one(listing: Listing, query: URLSearchParams): unknown
}

/** Answers the paths of contracts: each has a limit of its own. */
export function openRest(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  unitOf: (listing: Listing) => ContractUnit,
  wall: () => number,
): (call: Call) => Reply {
  const detail = (listing: Listing) => detailRow(venueMarket, listing, unitOf(listing))
  const ticker = (listing: Listing) =>
    tickerRow(venueMarket, listing, unitOf(listing), contracts.termsOf(listing))
  const funding = (listing: Listing) => fundingRow(listing, contracts.termsOf(listing), venueMarket.now)
  const routes: Readonly<Record<string, Route>> = {
    detail: { limit: [1, 5000], all: (listings) => listings.map(detail), one: detail },
    ticker: { all: (listings) => listings.map(ticker), one: ticker },
    funding_rate: { all: (listings) => listings.map(funding), one: funding },
    // Newest first.
    deals: {
      all: null,
      one: (listing, query) =>
        venueMarket
          .latestTrades(listing, countOf(query, 'limit', 100, 100))
          .toReversed()
          .map((trade) => dealRow(trade, unitOf(listing))),
    },
    kline: { all: null, one: candles },
  }
  const budgets = new Map(
    Object.entries(routes).map(([name, { limit: [count, perMs] = [20, 2000] }]) => [
      name,
      openBudget(wall, count, perMs),
    ]),
  )
  function candles(listing: Listing, query: URLSearchParams): unknown {
    const word = (query.get('interval') ?? 'Min1').replace('Min', '').replace(/^Hour(\d)$/, '$1h')
    const length = minutes(word) ?? 1
    const until = timeIn(query, 'end', venueMarket.now, 1000) + 1
    const from = timeIn(query, 'start', until - maxCandles * length * minuteMs, 1000)
    const bars = venueMarket.candlesIn(listing, length, from, until).slice(-maxCandles)
    return klineColumns(bars, unitOf(listing))
  }
  return ({ method, path, query }) => {
    const [name = '', inPath] = path.startsWith(root) ? path.slice(root.length).split('/') : []
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined
    if (!route || method !== 'GET') return notFound
    if ((budgets.get(name)?.charge(1) ?? 0) > 0) return failed(510, 'Requests are too frequent')
    const symbol = inPath === undefined ? query.get('symbol') : decodeURIComponent(inPath)
    const listing = venueMarket.listing(symbol ?? '')
    if (symbol === null && route.all)
      return jsonReply({ success: true, code: 0, data: route.all(venueMarket.listings) })
    if (!listing) return failed(1001, 'Contract does not exist!')
    return jsonReply({ success: true, code: 0, data: route.one(listing, query) })
  }
}
