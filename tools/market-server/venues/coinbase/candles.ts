import { minuteMs } from '../../market/bar.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'

const granularities = [60, 300, 900, 3600, 21_600, 86_400]
const maxRows = 300

/**
 * `GET /products/{id}/candles`, newest first, numbers; both ends of the span are included. Without a span the newest.
 *
 * @returns a text: why the venue refuses
 */
export function candles(
  venueMarket: VenueMarket,
  listing: Listing,
  query: URLSearchParams,
): readonly (readonly number[])[] | string {
  const seconds = Number(query.get('granularity') ?? 60)
  if (!granularities.includes(seconds)) return 'Unsupported granularity'
  const lengthMs = seconds * 1_000
  const end = query.get('end')
  const start = query.get('start')
  const to = end === null ? venueMarket.now : Date.parse(end)
  const from = start === null ? to - maxRows * lengthMs : Date.parse(start)
  if ((to - from) / lengthMs > maxRows)
    return 'granularity too small for the requested time range. Count of aggregations requested exceeds 300'
  return venueMarket
    .candlesIn(listing, seconds / 60, from, to + 1)
    .filter(({ count }) => count > 0)
    .toReversed()
    .map(({ minute, open, high, low, close, base }) => [
      (minute * minuteMs) / 1_000,
      low,
      high,
      open,
      close,
      base,
    ])
}
