import { minuteMs } from '../../market/bar.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { countOf } from '../routes.ts'

const units = [1, 3, 5, 10, 15, 30, 60, 240]
const kstMs = 9 * 3_600_000
const textOf = (at: number) => new Date(at).toISOString().slice(0, 19)

/**
 * `GET /v1/candles/minutes/{unit}`: the newest `count`, 200 at most, before `to`, newest first; minutes without a trade
 * are missing. Null for an unknown unit.
 *
 * @param zone of a `to` that names none: `Z`, or `+09:00` at Bithumb
 */
export function minuteCandles(
  venueMarket: VenueMarket,
  listing: Listing,
  unit: number,
  query: URLSearchParams,
  zone: string,
): readonly unknown[] | null {
  if (!units.includes(unit)) return null
  const to = query.get('to')
  const count = countOf(query, 'count', 1, 200)
  const until = to === null ? venueMarket.now + 1 : Date.parse(/Z$|[+-]\d\d:\d\d$/.test(to) ? to : to + zone)
  return venueMarket
    .candlesIn(listing, unit, until - 2 * count * unit * minuteMs, until)
    .filter((bar) => bar.count > 0)
    .slice(-count)
    .toReversed()
    .map(({ minute, open, high, low, close, base, quote }) => ({
      market: listing.symbol,
      candle_date_time_utc: textOf(minute * minuteMs),
      candle_date_time_kst: textOf(minute * minuteMs + kstMs),
      opening_price: open,
      high_price: high,
      low_price: low,
      trade_price: close,
      timestamp: (minute + unit) * minuteMs - 1,
      candle_acc_trade_price: quote,
      candle_acc_trade_volume: base,
      unit,
    }))
}
