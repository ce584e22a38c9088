import type { Bar } from '../../market/bar.ts'
import { dayMs, minuteMs } from '../../market/bar.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { minutesOf, timeIn } from '../interval-minutes.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { countOf } from '../routes.ts'

const spotMinutes = minutesOf('1min 3min 5min 15min 30min 1h 4h')
/** How many days `candles` reaches back, by the minutes of a candle. */
const reachDays: Readonly<Record<number, number>> = { 1: 30, 3: 30, 5: 30, 15: 52, 30: 62, 60: 83, 240: 240 }

/**
 * The bars of `candles` and `history-candles`, of spot and of contracts, oldest first; null for a bad parameter.
 *
 * @param minutes of a word for the length of a candle
 */
export function candleBars(
  venueMarket: VenueMarket,
  listing: Listing,
  query: URLSearchParams,
  isHistory: boolean,
  minutes: (word: string | null) => number | undefined,
): readonly Bar[] | null {
  const { now } = venueMarket
  const length = minutes(query.get('granularity'))
  if (length === undefined || (isHistory && !query.has('endTime'))) return null
  const limit = countOf(query, 'limit', 100, isHistory ? 200 : 1_000)
  const until = timeIn(query, 'endTime', now + 1)
  const back = until - limit * length * minuteMs
  const from = isHistory
    ? back
    : Math.max(timeIn(query, 'startTime', back), now - (reachDays[length] ?? 0) * dayMs)
  return venueMarket.candlesIn(listing, length, from, until).slice(-limit)
}

/** `GET /api/v2/spot/market/candles` and `history-candles`; null for a bad parameter. */
export function candles(
  venueMarket: VenueMarket,
  listing: Listing,
  query: URLSearchParams,
  isHistory: boolean,
): readonly unknown[] | null {
  const bars = candleBars(venueMarket, listing, query, isHistory, spotMinutes)
  return (
    bars?.map((bar) => [
      String(bar.minute * minuteMs),
      ...[bar.open, bar.high, bar.low, bar.close, bar.base, bar.quote, bar.quote].map(plainDecimal),
    ]) ?? null
  )
}
