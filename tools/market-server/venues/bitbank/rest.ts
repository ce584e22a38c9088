import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { pricedPairs } from '../listed-pairs.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { circuitOf, tickerOf, transactionOf } from './rows.ts'
import { candlesOfDate } from '../day-candles.ts'
import { minutesOf } from '../interval-minutes.ts'
import { minuteMs } from '../../market/bar.ts'

export const publicHost = 'public.bitbank.cc'

/** The body of a successful reply. */
const success = (data: unknown): Reply => jsonReply({ success: 1, data })

/** An error has a code and no message: 10000 unknown URL, 10007 maintenance, 10009 too many requests. */
export const refuse = (status: number, code: number): Reply =>
  jsonReply({ success: 0, data: { code } }, 0, status)

/**
 * Answers `https://public.bitbank.cc` and `https://api.bitbank.cc`.
 * https://github.com/bitbankinc/bitbank-api-docs
 */
export function answerRest(venueMarket: VenueMarket, { host, path }: Call): Reply {
  if (host !== publicHost) {
    if (path === '/v1/spot/pairs')
      return success({ pairs: venueMarket.listings.map((listing) => pairOf(venueMarket, listing)) })
    if (path === '/v1/spot/status')
      return success({ statuses: venueMarket.listings.map((listing) => loadOf(venueMarket, listing)) })
    return refuse(404, 10_000)
  }
  if (path === '/tickers' || path === '/tickers_jpy')
    return success(
      pricedPairs(venueMarket.listings).map((listing) => ({
        pair: listing.symbol,
        ...tickerOf(venueMarket, listing),
      })),
    )
  const [, pair = '', type = '', date = ''] = /^\/([^/]+)\/candlestick\/(\w+)\/(\d+)$/.exec(path) ?? []
  if (type !== '') return candlestick(venueMarket, pair, type, date)
  const [, symbol = '', what] = /^\/([^/]+)\/([^/]+)$/.exec(path) ?? []
  const listing = venueMarket.listing(symbol)
  if (listing && what === 'ticker') return success(tickerOf(venueMarket, listing))
  if (listing && what === 'transactions')
    return success({ transactions: venueMarket.latestTrades(listing, 60).toReversed().map(transactionOf) })
  if (listing && what === 'circuit_break_info') return success(circuitOf(venueMarket, listing))
  return refuse(404, 10_000)
}

const minutes = minutesOf('1min 5min 15min 30min 1hour 4hour 8hour 12hour 1day')

/** A day (UTC) of candles, oldest first, with the time last; a day that has none is not found. */
function candlestick(venueMarket: VenueMarket, pair: string, type: string, date: string): Reply {
  const listing = venueMarket.listing(pair)
  const length = minutes(type)
  const bars = listing && length ? candlesOfDate(venueMarket, listing, length, date, 0) : null
  if (!bars || bars.length === 0) return refuse(404, 10_000)
  const ohlcv = bars.map((bar) => [
    ...[bar.open, bar.high, bar.low, bar.close, bar.base].map(plainDecimal),
    bar.minute * minuteMs,
  ])
  return success({ candlestick: [{ type, ohlcv }], timestamp: venueMarket.now })
}

/** A halted pair stays enabled: only the stop flags show it. */
function pairOf(venueMarket: VenueMarket, listing: Listing): unknown {
  const { symbol, base, quote, decimals } = listing
  const status = venueMarket.status(listing)
  const stopped = status === 'HALT'
  const closed = stopped || status === 'CANCEL_ONLY'
  return {
    name: symbol,
    base_asset: base.toLowerCase(),
    quote_asset: quote.toLowerCase(),
    unit_amount: plainDecimal(listing.tape.instrument.step),
    price_digits: decimals,
    is_enabled: true,
    stop_order: closed,
    stop_order_and_cancel: stopped,
    stop_market_order: closed,
    stop_stop_order: closed,
    stop_buy_order: closed,
    stop_sell_order: closed,
  }
}

/** Load of the whole venue; per-pair halts do not show here. */
const loadOf = (venueMarket: VenueMarket, { symbol, tape }: Listing): unknown => ({
  pair: symbol,
  status: isClosed(venueMarket) ? 'HALT' : 'NORMAL',
  min_amount: plainDecimal(tape.instrument.step),
})

const isClosed = (venueMarket: VenueMarket): boolean =>
  venueMarket.official.maintenance().some(({ state }) => state === 'ongoing')
