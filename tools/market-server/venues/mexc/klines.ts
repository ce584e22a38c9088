import { minuteMs } from '../../market/bar.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { minutesOf, timeIn } from '../interval-minutes.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { countOf } from '../routes.ts'

const minutes = minutesOf('1m 5m 15m 30m 60m 4h')
const maxRows = 500

/** `GET /api/v3/klines`, oldest first; null for an unknown interval. */
export function klines(venueMarket: VenueMarket, listing: Listing, query: URLSearchParams): unknown {
  const length = minutes(query.get('interval'))
  if (length === undefined) return null
  const limit = countOf(query, 'limit', maxRows, maxRows)
  const from = timeIn(query, 'startTime', venueMarket.now - limit * length * minuteMs)
  const until = timeIn(query, 'endTime', venueMarket.now) + 1
  return venueMarket
    .candlesIn(listing, length, from, until)
    .slice(0, limit)
    .map((bar) => [
      bar.minute * minuteMs,
      ...[bar.open, bar.high, bar.low, bar.close, bar.base].map(plainDecimal),
      (bar.minute + length) * minuteMs,
      plainDecimal(bar.quote),
    ])
}
