import { minuteMs } from '../../market/bar.ts'
import type { ContractMarket, ContractTerms } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { minutesOf } from '../interval-minutes.ts'
import { withRetryAfter } from '../retry-after.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import {
  candleRow,
  contractRow,
  fundingRow,
  indexRow,
  limitRow,
  markCandle,
  matchesOf,
  mergedRow,
  openInterestRow,
} from './rows.ts'

const minutes = minutesOf('1min 5min 15min 30min 60min 4hour')
const maxCandles = 2_000

const error = (venueMarket: VenueMarket, code: number, message: string) => ({
  status: 'error',
  err_code: code,
  err_msg: message,
  ts: venueMarket.now,
})

/** A refusal with an HTTP status; 200 asks for an error body, which HTX sends with status 200. */
export function refuse(venueMarket: VenueMarket, status: number, retryAfter: number): Reply {
  const [code, message] =
    status === 429
      ? ([1032, 'The number of access exceeded the limit.'] as const)
      : ([1014, 'This contract doesnt exist.'] as const)
  const body = error(venueMarket, code, message)
  return withRetryAfter(jsonReply(body, 0, status), status === 429 ? retryAfter : 0)
}

/** Opens the REST host: 240 requests in three seconds for lists, 800 a second for prices, trades and candles. */
export function openRest(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  wall: () => number,
): (call: Call) => Reply {
  const lists = openBudget(wall, 240, 3_000)
  const prices = openBudget(wall, 800, 1_000)
  const ok = (body: object): Reply => jsonReply({ status: 'ok', ts: venueMarket.now, ...body })
  const each = (row: (listing: Listing, terms: ContractTerms) => unknown) => (): Reply =>
    ok({ data: venueMarket.listings.map((listing) => row(listing, contracts.termsOf(listing))) })
  const one = (query: URLSearchParams, make: (listing: Listing) => object): Reply => {
    const listing = venueMarket.listing(query.get('contract_code') ?? '')
    return listing ? ok(make(listing)) : refuse(venueMarket, 200, 0)
  }
  const kline = (listing: Listing, query: URLSearchParams): object => {
    const { now } = venueMarket
    const period = query.get('period')
    const length = minutes(period) ?? 1
    const size = countOf(query, 'size', 150, maxCandles)
    const bars = venueMarket.candlesIn(listing, length, now - (size + 1) * length * minuteMs, now + 1)
    const data = bars.slice(-size).map((bar) => candleRow(listing, bar))
    return { ch: `market.${listing.symbol}.kline.${period}`, data }
  }
  const ofLists = new Map<string, () => Reply>([
    ['swap_contract_info', each((listing) => contractRow(venueMarket, listing))],
    ['swap_index', each((listing, terms) => indexRow(listing, terms, venueMarket.now))],
    ['swap_price_limit', each(limitRow)],
    ['swap_batch_funding_rate', each(fundingRow)],
    ['swap_open_interest', each(openInterestRow)],
  ])
  const ofPrices = new Map<string, (query: URLSearchParams) => Reply>([
    [
      '/v2/linear-swap-ex/market/detail/batch_merged',
      () => ok({ ticks: venueMarket.listings.map((listing) => mergedRow(venueMarket, listing)) }),
    ],
    [
      '/linear-swap-ex/market/history/trade',
      (query) =>
        one(query, (listing) => ({
          ch: `market.${listing.symbol}.trade.detail`,
          data: matchesOf(venueMarket.latestTrades(listing, countOf(query, 'size', 1, 2_000))),
        })),
    ],
    ['/linear-swap-ex/market/history/kline', (query) => one(query, (listing) => kline(listing, query))],
    [
      '/index/market/history/linear_swap_mark_price_kline',
      (query) =>
        one(query, (listing) => ({
          ch: `market.${listing.symbol}.mark_price.${query.get('period')}`,
          data: [markCandle(contracts.termsOf(listing), venueMarket.now)],
        })),
    ],
  ])
  return ({ path, query }) => {
    const [, list] = /^\/linear-swap-api\/v1\/(\w+)$/.exec(path) ?? []
    const wait = (list === undefined ? prices : lists).charge(1)
    if (wait > 0) return refuse(venueMarket, 429, wait)
    const answer = list === undefined ? ofPrices.get(path) : ofLists.get(list)
    return answer?.(query) ?? refuse(venueMarket, 404, 0)
  }
}
