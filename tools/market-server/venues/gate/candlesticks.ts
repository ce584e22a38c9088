import { type Bar, minuteMs } from '../../market/bar.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { minutesOf, timeIn } from '../interval-minutes.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { countOf } from '../routes.ts'
import type { Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'

const minutes = minutesOf('1m 5m 15m 30m 1h 4h 8h 1d')
const maxPointsAgo = 10_000

const invalid = (message: string): Reply => jsonReply({ label: 'INVALID_PARAM_VALUE', message }, 0, 400)

/** How a market writes its candles. */
interface Writing {
  /** Most candles of a span. */
  readonly maxPoints: number
  /** A candle of `lengthMs`, as of market time `now`. */
  row(bar: Bar, lengthMs: number, now: number): unknown
}

const ofSpot: Writing = {
  maxPoints: 1_000,
  row: (bar, lengthMs, now) => [
    String((bar.minute * minuteMs) / 1_000),
    ...[bar.quote, bar.close, bar.high, bar.low, bar.open, bar.base].map(plainDecimal),
    String(bar.minute * minuteMs + lengthMs <= now),
  ],
}

/** `GET /api/v4/spot/candlesticks`, oldest first; both ends of the span, in seconds, are included. */
export function candlesticks(
  venueMarket: VenueMarket,
  listing: Listing,
  query: URLSearchParams,
  { maxPoints, row }: Writing = ofSpot,
): Reply {
  const { now } = venueMarket
  const length = minutes(query.get('interval') ?? '30m')
  if (length === undefined) return invalid('Invalid interval')
  if (query.has('limit') && (query.has('from') || query.has('to')))
    return invalid('Parameters conflict: limit, from and to')
  const lengthMs = length * minuteMs
  const to = timeIn(query, 'to', now, 1_000)
  const from = timeIn(query, 'from', to - countOf(query, 'limit', 100, maxPoints) * lengthMs, 1_000)
  if (now - from > maxPointsAgo * lengthMs)
    return invalid('Candlestick too long ago. Maximum 10000 points ago are allowed')
  if ((to - from) / lengthMs > maxPoints)
    return invalid(`Candlestick range too broad. Maximum ${maxPoints} data points are allowed per request`)
  return jsonReply(venueMarket.candlesIn(listing, length, from, to + 1).map((bar) => row(bar, lengthMs, now)))
}
