import type { Bar } from '../../market/bar.ts'
import { minuteMs } from '../../market/bar.ts'
import type { ContractMarket } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { candleBars } from '../bitget/candles.ts'
import { body, refuse } from '../bitget/rest.ts'
import { openBudget } from '../budget.ts'
import { minutesOf } from '../interval-minutes.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { contractRow, contractTicker, fillRow, fundingRow, unitOf } from './rows.ts'

const product = 'USDT-FUTURES'
const minutes = minutesOf('1m 3m 5m 15m 30m 1H 4H')
/** Requests a second, of each path. */
const perSecond = 20

type Answer = (query: URLSearchParams) => Reply

/** Opens the paths of futures. */
export function openRest(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  wall: () => number,
): (call: Call) => Reply {
  const fine = (data: unknown): Reply => jsonReply(body(venueMarket, data))
  const wrong = (msg: string): Reply => jsonReply(body(venueMarket, null, '400172', msg), 1, 400)
  const named = (query: URLSearchParams): Listing | null => venueMarket.listing(query.get('symbol') ?? '')
  const unknown = (query: URLSearchParams): Reply =>
    wrong(`Parameter ${query.get('symbol') ?? 'symbol'} does not exist`)
  /** One row for `symbol`, else a row each. */
  const rows =
    (make: (listing: Listing) => unknown): Answer =>
    (query) => {
      if (!query.has('symbol')) return fine(venueMarket.listings.map(make))
      const listing = named(query)
      return listing ? fine([make(listing)]) : unknown(query)
    }
  const candles =
    (isHistory: boolean): Answer =>
    (query) => {
      const listing = named(query)
      const bars = listing && candleBars(venueMarket, listing, query, isHistory, minutes)
      return bars ? fine(bars.map((bar) => candleRow(listing, bar))) : unknown(query)
    }
  const fills: Answer = (query) => {
    const listing = named(query)
    const limit = countOf(query, 'limit', 100, 100)
    return listing ? fine(venueMarket.latestTrades(listing, limit).toReversed().map(fillRow)) : unknown(query)
  }
  const route = (answer: Answer) => ({ budget: openBudget(wall, perSecond, 1_000), answer })
  const v2 = '/api/v2/mix/market'
  const routes = new Map([
    [`${v2}/contracts`, route(rows((listing) => contractRow(venueMarket, listing)))],
    [
      `${v2}/tickers`,
      route(rows((listing) => contractTicker(venueMarket, listing, contracts.termsOf(listing)))),
    ],
    [`${v2}/current-fund-rate`, route(rows((listing) => fundingRow(listing, contracts.termsOf(listing))))],
    [`${v2}/candles`, route(candles(false))],
    [`${v2}/history-candles`, route(candles(true))],
    ['/api/v3/market/fills', route(fills)],
  ])
  return ({ path, query }) => {
    const found = routes.get(path)
    if (!found) return refuse(venueMarket, 404, 0)
    const wait = found.budget.charge(1)
    if (wait > 0) return refuse(venueMarket, 429, wait)
    const type = query.get('productType') ?? query.get('category')
    return type === product ? found.answer(query) : wrong('Parameter verification failed')
  }
}

function candleRow(listing: Listing, { minute, open, high, low, close, base, quote }: Bar): string[] {
  const { price, amount } = unitOf(listing)
  const values = [...[open, high, low, close].map(price), amount(base), quote]
  return [String(minute * minuteMs), ...values.map(plainDecimal)]
}
