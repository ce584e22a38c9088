import { minuteMs } from '../../market/bar.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { minutesOf, timeIn } from '../interval-minutes.ts'
import { plainDecimal } from '../plain-decimal.ts'

const minutes = minutesOf('1 5 15 30 60 240 1440')
/** However old `since` is. */
const maxRows = 720

/** `GET /0/public/OHLC`, oldest first; null for an unknown interval. */
export function ohlc(venueMarket: VenueMarket, listing: Listing, query: URLSearchParams): object | null {
  const { now } = venueMarket
  const length = minutes(query.get('interval') ?? '1')
  if (length === undefined) return null
  const newest = venueMarket.candlesIn(listing, length, now - maxRows * length * minuteMs, now + 1)
  const since = timeIn(query, 'since', 0, 1_000)
  const rows = newest
    .filter(({ minute }) => minute * minuteMs > since)
    .map(({ minute, open, high, low, close, base, quote, count }) => [
      (minute * minuteMs) / 1_000,
      ...[open, high, low, close, base > 0 ? quote / base : 0, base].map(plainDecimal),
      count,
    ])
  return { [listing.symbol]: rows, last: rows.at(-2)?.[0] ?? 0 }
}
