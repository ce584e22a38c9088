import { minuteMs } from '../../market/bar.ts'
import type { ContractMarket } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { timeIn } from '../interval-minutes.ts'
import { body, refusal } from '../kucoin/rest.ts'
import type { Tickets } from '../kucoin/tickets.ts'
import type { Route } from '../routes.ts'
import { openRoutes } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { candleRow, contractRow, historyRow } from './rows.ts'

const granularities = new Set([1, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 10_080])
const maxCandles = 500

/** The REST host of futures: 2,000 weight in 30 s. */
export function openRest(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  wall: () => number,
  tickets: Tickets,
): (call: Call) => Reply {
  const ok = (data: unknown): Reply => body('200000', { data })
  const one = (query: URLSearchParams, data: (listing: Listing) => unknown): Reply => {
    const listing = venueMarket.listing(query.get('symbol') ?? '')
    return listing ? ok(data(listing)) : body('100001', { msg: 'symbol not exists' })
  }
  const routes: Record<string, Route> = {
    '/api/v1/contracts/active': {
      weight: 3,
      reply: () =>
        ok(
          venueMarket.listings.map((listing) =>
            contractRow(venueMarket, listing, contracts.termsOf(listing)),
          ),
        ),
    },
    '/api/v1/trade/history': {
      weight: 5,
      reply: (query) =>
        one(query, (listing) => venueMarket.latestTrades(listing, 100).toReversed().map(historyRow)),
    },
    '/api/v1/kline/query': {
      weight: 3,
      reply(query) {
        const length = Number(query.get('granularity'))
        if (!granularities.has(length)) return body('100001', { msg: 'granularity is invalid' })
        return one(query, (listing) => candles(listing, query, length))
      },
    },
    '/api/v1/bullet-public': { method: 'POST', weight: 10, reply: () => ok(tickets.issue()) },
  }
  function candles(listing: Listing, query: URLSearchParams, length: number): unknown {
    const until = timeIn(query, 'to', venueMarket.now) + 1
    const from = timeIn(query, 'from', until - maxCandles * length * minuteMs)
    const bars = venueMarket.candlesIn(listing, length, from, until)
    return bars.slice(0, maxCandles).map((bar) => candleRow(listing, bar))
  }
  return openRoutes(routes, openBudget(wall, 2_000, 30_000), (wait) => refusal(429, wait))
}
