import { minuteMs } from '../../market/bar.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { minutesOf } from '../interval-minutes.ts'
import { countOf } from '../routes.ts'

const minutes = minutesOf('1min 5min 15min 30min 60min 4hour')

/** `GET /market/history/kline`: the newest `size`, 2000 at most, newest first. */
export function kline(venueMarket: VenueMarket, listing: Listing, query: URLSearchParams): object {
  const { now } = venueMarket
  const period = query.get('period')
  const length = minutes(period) ?? 1
  const size = countOf(query, 'size', 150, 2_000)
  const from = now - (size + 1) * length * minuteMs
  const bars = venueMarket.candlesIn(listing, length, from, now + 1).slice(-size)
  return {
    ch: `market.${listing.symbol}.kline.${period}`,
    data: bars.toReversed().map(({ minute, open, high, low, close, base, quote, count }) => ({
      id: (minute * minuteMs) / 1_000,
      ...{ open, close, low, high, amount: base, vol: quote, count },
    })),
  }
}
