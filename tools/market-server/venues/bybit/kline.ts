import { minuteMs } from '../../market/bar.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { ContractUnit } from '../contract-units.ts'
import { minutesOf, timeIn } from '../interval-minutes.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { countOf } from '../routes.ts'
import { spotUnit } from '../spot-unit.ts'

const minutes = minutesOf('1 3 5 15 30 60 120 240 360 720')

/**
 * `GET /v5/market/kline`: the newest 1000 at most of the span, newest first; null for an unknown interval.
 *
 * @param unit of a contract; absent: it is a spot pair
 */
export function kline(
  venueMarket: VenueMarket,
  listing: Listing,
  query: URLSearchParams,
  { priced, contracts }: ContractUnit = spotUnit,
): Record<string, unknown> | null {
  const length = minutes(query.get('interval'))
  if (length === undefined) return null
  const limit = countOf(query, 'limit', 200, 1_000)
  const from = timeIn(query, 'start', venueMarket.now - limit * length * minuteMs)
  const until = timeIn(query, 'end', venueMarket.now) + 1
  const bars = venueMarket.candlesIn(listing, length, from, until).slice(-limit).toReversed()
  const list = bars.map((bar) => [
    String(bar.minute * minuteMs),
    ...[...[bar.open, bar.high, bar.low, bar.close].map(priced), contracts(bar.base), bar.quote].map(
      plainDecimal,
    ),
  ])
  return { category: query.get('category'), symbol: listing.symbol, list }
}
