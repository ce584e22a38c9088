import { minuteMs } from '../../market/bar.ts'
import { minutesOf, timeIn } from '../interval-minutes.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { countOf } from '../routes.ts'
import type { Product } from './products.ts'

const minutes = minutesOf('1m 5m 15m 30m 1h 2h 4h')

/** `public/get-candlestick`: the newest `count` of the span, 300 at most, oldest first. */
export function candlestick({ venueMarket, listing, unit }: Product, query: URLSearchParams): unknown[] {
  const { priced, contracts } = unit
  const length = minutes(query.get('timeframe')) ?? 1
  const count = countOf(query, 'count', 25, 300)
  const until = timeIn(query, 'end_ts', venueMarket.now + 1)
  const from = timeIn(query, 'start_ts', until - count * length * minuteMs)
  return venueMarket
    .candlesIn(listing, length, from, until)
    .slice(-count)
    .map(({ minute, open, high, low, close, base }) => ({
      o: plainDecimal(priced(open)),
      h: plainDecimal(priced(high)),
      l: plainDecimal(priced(low)),
      c: plainDecimal(priced(close)),
      v: plainDecimal(contracts(base)),
      t: minute * minuteMs,
    }))
}
