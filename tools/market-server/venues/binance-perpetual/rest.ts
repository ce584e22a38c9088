import { minuteMs } from '../../market/bar.ts'
import { type ContractMarket, type ContractTerms, usualFunding } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { fixed } from '../binance/fixed.ts'
import { limitOf, wholeOf } from '../binance/params.ts'
import { invalidSymbol, missing, Refusal } from '../binance/refusal.ts'
import { refuse } from '../binance/rest.ts'
import { openWeights } from '../binance/weights.ts'
import { minutesOf } from '../interval-minutes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply, notFound } from '../simulated-venue.ts'
import { contractInfo, dayTicker, tradeRow } from './rows.ts'

interface Route {
  readonly weight: number
  readonly answer: (query: URLSearchParams) => unknown
}

/** Weight a minute: https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info. */
const budget = 2_400
const minutesIn = minutesOf('1m 3m 5m 15m 30m 1h 2h 4h 6h 8h 12h 1d')

/** Answers `fapi.binance.com`. */
export function openRest(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  wall: () => number,
): (call: Call) => Reply {
  const weights = openWeights(wall, budget)
  const named = (query: URLSearchParams): Listing => {
    const symbol = query.get('symbol')
    if (!symbol) throw missing('symbol')
    const listing = venueMarket.listing(symbol)
    if (!listing) throw invalidSymbol()
    return listing
  }
  /** One row for `symbol`, else a row each. */
  const rows = (row: (listing: Listing) => unknown) => (query: URLSearchParams) =>
    query.has('symbol') ? row(named(query)) : venueMarket.listings.map(row)
  const routes: Readonly<Record<string, Route>> = {
    exchangeInfo: {
      weight: 1,
      answer: () => ({
        timezone: 'UTC',
        serverTime: venueMarket.now,
        rateLimits: [{ rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: budget }],
        exchangeFilters: [],
        assets: [],
        symbols: venueMarket.listings.map((listing) => contractInfo(venueMarket, listing)),
      }),
    },
    'ticker/24hr': { weight: 40, answer: rows((listing) => dayTicker(venueMarket, listing)) },
    premiumIndex: { weight: 10, answer: rows((listing) => premium(listing)) },
    openInterest: {
      weight: 1,
      answer(query) {
        const listing = named(query)
        const { openInterest } = contracts.termsOf(listing)
        return { openInterest: fixed(openInterest), symbol: listing.symbol, time: venueMarket.now }
      },
    },
    symbolAdlRisk: { weight: 1, answer: rows((listing) => adlRow(listing)) },
    // Only contracts whose funding is not the usual are named.
    fundingInfo: {
      weight: 0,
      answer: () => venueMarket.listings.flatMap((listing) => adjusted(listing, contracts.termsOf(listing))),
    },
    aggTrades: {
      weight: 20,
      answer: (query) => venueMarket.latestTrades(named(query), limitOf(query, 500, 1_000)).map(tradeRow),
    },
    klines: { weight: 5, answer: (query) => candles(named(query), query) },
  }
  const adlRow = (listing: Listing): unknown => ({
    symbol: listing.symbol,
    adlRisk: contracts.termsOf(listing).adlRisk,
    updateTime: venueMarket.now,
  })
  function premium(listing: Listing): unknown {
    const { mark, index, fundingRate, nextFundingAt } = contracts.termsOf(listing)
    return {
      symbol: listing.symbol,
      markPrice: fixed(mark),
      indexPrice: fixed(index),
      estimatedSettlePrice: fixed(index),
      lastFundingRate: fixed(fundingRate),
      interestRate: '0.00010000',
      nextFundingTime: nextFundingAt,
      time: venueMarket.now,
    }
  }
  const adjusted = ({ symbol }: Listing, { fundingRate, intervalH }: ContractTerms): readonly unknown[] =>
    fundingRate === usualFunding
      ? []
      : [
          {
            symbol,
            adjustedFundingRateCap: '0.02000000',
            adjustedFundingRateFloor: '-0.02000000',
            fundingIntervalHours: intervalH,
            disclaimer: false,
          },
        ]
  function candles(listing: Listing, query: URLSearchParams): unknown {
    const minutes = minutesIn(query.get('interval')) ?? 1
    const limit = limitOf(query, 500, 1_500)
    const start = wholeOf(query, 'startTime')
    const bars =
      start === null
        ? venueMarket.candles(listing, minutes, limit)
        : venueMarket
            .candlesIn(listing, minutes, start, (wholeOf(query, 'endTime') ?? venueMarket.now) + 1)
            .slice(0, limit)
    return bars.map((bar) => [
      bar.minute * minuteMs,
      ...[bar.open, bar.high, bar.low, bar.close, bar.base].map(fixed),
      (bar.minute + minutes) * minuteMs - 1,
      fixed(bar.quote),
      bar.count,
      fixed(bar.buyBase),
      fixed(bar.buyQuote),
      '0',
    ])
  }
  return ({ method, path, query }) => {
    const route = path.startsWith('/fapi/v1/') ? routes[path.slice('/fapi/v1/'.length)] : undefined
    if (!route || method !== 'GET') return notFound
    const verdict = weights.charge(route.weight)
    const headers = { 'x-mbx-used-weight-1m': String(verdict.used) }
    if (verdict.kind === 'refused') return refuse(verdict.status, verdict.retryAfter, headers)
    try {
      return jsonReply(route.answer(query), route.weight, 200, headers)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return jsonReply({ code: error.code, msg: error.message }, route.weight, error.status, headers)
    }
  }
}
