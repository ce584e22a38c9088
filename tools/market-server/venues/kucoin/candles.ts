import { minuteMs } from '../../market/bar.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { minutesOf, timeIn } from '../interval-minutes.ts'
import { plainDecimal } from '../plain-decimal.ts'

const minutes = minutesOf('1min 3min 5min 15min 30min 1hour 2hour 4hour')
const maxRows = 1_500

/** `GET /api/v1/market/candles`, newest first, times in seconds; null for an unknown type. */
export function candles(
  venueMarket: VenueMarket,
  listing: Listing,
  query: URLSearchParams,
): readonly unknown[] | null {
  const length = minutes(query.get('type'))
  if (length === undefined) return null
  const until = timeIn(query, 'endAt', venueMarket.now + 1, 1_000)
  const from = timeIn(query, 'startAt', until - 100 * length * minuteMs, 1_000)
  return venueMarket
    .candlesIn(listing, length, from, until)
    .slice(-maxRows)
    .toReversed()
    .map((bar) => [
      String((bar.minute * minuteMs) / 1_000),
      ...[bar.open, bar.close, bar.high, bar.low, bar.base, bar.quote].map(plainDecimal),
    ])
}
