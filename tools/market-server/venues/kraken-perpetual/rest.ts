import { minuteMs } from '../../market/bar.ts'
import type { ContractMarket } from '../../market/contracts.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { minutesOf, timeIn } from '../interval-minutes.ts'
import { withRetryAfter } from '../retry-after.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply, notFound } from '../simulated-venue.ts'
import {
  candleRow,
  historyRow,
  instrumentRow,
  otherInstruments,
  otherTickers,
  statusRow,
  tickerRow,
} from './rows.ts'

const api = '/derivatives/api/v3/'
const chart = /^\/api\/charts\/v1\/trade\/([^/]+)\/(\w+)$/
/** Of public requests none is published: as much as a web page in a hurry would ask for. */
const maxPerTenSeconds = 100
const maxTrades = 100
const maxCandles = 5_000
const minutesIn = minutesOf('1m 5m 15m 30m 1h 4h 12h 1d')

const failure = (error: string, status = 200): Reply => jsonReply({ result: 'error', error }, 1, status)

/** A refusal with an HTTP status; 200 asks for an error body: most of its errors come with 200. */
export const refuse = (status: number, retryAfter: number): Reply =>
  withRetryAfter(
    status === 200
      ? failure('contractDoesNotExist')
      : failure(status === 429 ? 'apiLimitExceeded' : 'unavailable', status),
    status === 429 ? retryAfter : 0,
  )

/** Answers `futures.kraken.com`. */
export function openRest(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  wall: () => number,
): (call: Call) => Reply {
  const budget = openBudget(wall, maxPerTenSeconds, 10_000)
  const fine = (result: object): Reply =>
    jsonReply({ result: 'success', ...result, serverTime: new Date(venueMarket.now).toISOString() })
  const { listings } = venueMarket

  function history(query: URLSearchParams): Reply {
    const listing = venueMarket.listing(query.get('symbol') ?? '')
    if (!listing) return failure('contractDoesNotExist')
    return fine({ history: venueMarket.latestTrades(listing, maxTrades).toReversed().map(historyRow) })
  }
  function candles(symbol: string, word: string, query: URLSearchParams): Reply {
    const listing = venueMarket.listing(symbol)
    const minutes = minutesIn(word)
    if (!listing || minutes === undefined) return jsonReply({ errors: ['Invalid request'] }, 1, 400)
    const until = timeIn(query, 'to', venueMarket.now, 1_000)
    const from = timeIn(query, 'from', until - maxCandles * minutes * minuteMs, 1_000)
    const bars = venueMarket.candlesIn(listing, minutes, from, until + 1)
    return jsonReply({
      candles: bars.slice(0, maxCandles).map(candleRow),
      more_candles: bars.length > maxCandles,
    })
  }
  const routes: Readonly<Record<string, (query: URLSearchParams) => Reply>> = {
    instruments: () =>
      fine({
        instruments: [...listings.map((listing) => instrumentRow(venueMarket, listing)), ...otherInstruments],
      }),
    'instruments/status': () =>
      fine({
        instrumentStatus: listings.map((listing) => statusRow(listing, contracts.termsOf(listing))),
      }),
    tickers: () =>
      fine({
        tickers: [
          ...listings.map((listing) => tickerRow(venueMarket, listing, contracts.termsOf(listing))),
          ...otherTickers,
        ],
      }),
    history,
  }
  return ({ method, path, query }) => {
    const name = path.startsWith(api) ? path.slice(api.length) : ''
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined
    const [, symbol = '', word = ''] = chart.exec(path) ?? []
    if (method !== 'GET' || (!route && symbol === '')) return notFound
    const wait = budget.charge(1)
    if (wait > 0) return refuse(429, wait)
    return route ? route(query) : candles(decodeURIComponent(symbol), word, query)
  }
}
