import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { listedPairs, pricedPairs } from '../listed-pairs.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { candlesOfDate } from '../day-candles.ts'
import { minutesOf } from '../interval-minutes.ts'
import { minuteMs } from '../../market/bar.ts'

const preopenMs = 600_000

/** Coins with a second row: leverage against yen under `BTC_JPY`, in addition to spot under `BTC`. */
const leveragedBases = ['BTC', 'ETH', 'BCC', 'LTC', 'XRP', 'ADA', 'LINK']

/** An error in GMO Coin's format; nearly all come as 404. */
export const refuse = (code: string, message: string, httpStatus = 404, status = 2): Reply =>
  jsonReply({ status, messages: [{ message_code: code, message_string: message }] }, 0, httpStatus)

const isoOf = (at: number): string => new Date(at).toISOString()

/** A successful reply at a market time. */
export const success = (now: number, data: unknown): Reply =>
  jsonReply({ status: 0, data, responsetime: isoOf(now) })

/** Trading stops during maintenance; in the ten minutes after it orders can only be cancelled. */
export function stateOf(venueMarket: VenueMarket): 'OPEN' | 'PREOPEN' | 'MAINTENANCE' {
  const spans = venueMarket.official.maintenance()
  if (spans.some(({ state }) => state === 'ongoing')) return 'MAINTENANCE'
  const isFresh = spans.some(({ until }) => venueMarket.now >= until && venueMarket.now < until + preopenMs)
  return isFresh ? 'PREOPEN' : 'OPEN'
}

/** Answers `https://api.coin.z.com/public`. https://api.coin.z.com/docs/ */
export function answerRest(venueMarket: VenueMarket, { path, query }: Call): Reply {
  const state = stateOf(venueMarket)
  if (path === '/public/v1/status') return success(venueMarket.now, { status: state })
  if (state === 'MAINTENANCE') return refuse('ERR-5201', 'MAINTENANCE. Please wait for a while', 404, 5)
  const symbol = query.get('symbol')
  switch (path) {
    case '/public/v1/symbols':
      return success(
        venueMarket.now,
        rowsOf(listedPairs(venueMarket), (listing, name) => symbolRow(listing, name)),
      )
    case '/public/v1/ticker': {
      const rows = rowsOf(pricedPairs(listedPairs(venueMarket)), (listing, name) =>
        tickerRow(venueMarket, listing, name),
      )
      const requested = symbol === null ? rows : rows.filter((row) => row.symbol === symbol)
      return requested.length > 0 ? success(venueMarket.now, requested) : missing()
    }
    case '/public/v1/klines': {
      const listing = venueMarket.listing(symbol ?? '')
      return listing ? klines(venueMarket, listing, query) : missing()
    }
    case '/public/v1/trades': {
      const listing = venueMarket.listing(symbol ?? '')
      return listing ? trades(venueMarket, listing, query) : missing()
    }
    default:
      return missing()
  }
}

const missing = (): Reply => refuse('ERR-5207', 'Not found')

/** Spot first, then leverage. */
function rowsOf<T>(listings: readonly Listing[], row: (listing: Listing, symbol: string) => T): T[] {
  const leveraged = listings.filter(({ base }) => leveragedBases.includes(base))
  return [
    ...listings.map((listing) => row(listing, listing.symbol)),
    ...leveraged.map((listing) => row(listing, `${listing.base}_JPY`)),
  ]
}

const symbolRow = ({ tick, tape }: Listing, symbol: string): unknown => ({
  symbol,
  minOrderSize: plainDecimal(tape.instrument.step),
  maxOrderSize: plainDecimal(tape.instrument.step * 1e6),
  sizeStep: plainDecimal(tape.instrument.step),
  tickSize: plainDecimal(tick),
  takerFee: '0.0005',
  makerFee: '-0.0001',
})

/** No open price; `timestamp` is that of the reply, not of a trade. */
export function tickerRow(venueMarket: VenueMarket, listing: Listing, symbol: string) {
  const { high, low, last, base } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  return {
    ask: plainDecimal(asks[0]?.price ?? last),
    bid: plainDecimal(bids[0]?.price ?? last),
    high: plainDecimal(high),
    last: plainDecimal(last),
    low: plainDecimal(low),
    symbol,
    timestamp: isoOf(venueMarket.now),
    volume: plainDecimal(base),
  }
}

const minutes = minutesOf('1min 5min 10min 15min 30min 1hour 4hour 8hour 12hour 1day')
/** Its day begins at 6:00 in Japan. */
const dayStartsMs = -3 * 3_600_000

/** A day of candles, oldest first. */
function klines(venueMarket: VenueMarket, listing: Listing, query: URLSearchParams): Reply {
  const length = minutes(query.get('interval'))
  const bars = length && candlesOfDate(venueMarket, listing, length, query.get('date') ?? '', dayStartsMs)
  if (!bars) return refuse('ERR-5106', 'Invalid request parameter. date')
  const rows = bars.map(({ minute, open, high, low, close, base }) => ({
    openTime: String(minute * minuteMs),
    open: plainDecimal(open),
    high: plainDecimal(high),
    low: plainDecimal(low),
    close: plainDecimal(close),
    volume: plainDecimal(base),
  }))
  return success(venueMarket.now, rows)
}

/** Newest first, a page of up to a hundred; the rows carry no symbol. */
function trades(venueMarket: VenueMarket, listing: Listing, query: URLSearchParams): Reply {
  const currentPage = countOf(query, 'page', 1, 1_000)
  const count = countOf(query, 'count', 100, 100)
  const newest = venueMarket.latestTrades(listing, currentPage * count).toReversed()
  const list = newest.slice((currentPage - 1) * count).map(({ price, side, amount, at }) => ({
    price: plainDecimal(price),
    side: side.toUpperCase(),
    size: plainDecimal(amount),
    timestamp: isoOf(at),
  }))
  return success(venueMarket.now, { pagination: { currentPage, count }, list })
}
