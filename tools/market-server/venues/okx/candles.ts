import { type Bar, minuteMs } from '../../market/bar.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { ContractUnit } from '../contract-units.ts'
import { minutesOf, timeIn } from '../interval-minutes.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { countOf } from '../routes.ts'
import { spotUnit } from '../spot-unit.ts'

const minutes = minutesOf('1m 3m 5m 15m 30m 1H 2H 4H')
/** `candles` knows so many of the newest. */
const recent = 1_440

/**
 * `GET /api/v5/market/candles`, with the one that still runs, and `history-candles`, without: newest first, at most a
 * hundred of those later than `before` and earlier than `after`. Null for an unknown bar.
 *
 * @param unit of a contract, of which `vol` counts contracts; absent: it is a spot pair
 */
export function candles(
  venueMarket: VenueMarket,
  listing: Listing,
  query: URLSearchParams,
  isHistory: boolean,
  unit: ContractUnit = spotUnit,
): readonly unknown[] | null {
  const { now } = venueMarket
  /** `vol`, `volCcy`, `volCcyQuote`: of spot the second is in the quote as well. */
  const volumes = ({ base, quote }: Bar): readonly number[] =>
    unit === spotUnit
      ? [base, quote, quote]
      : [unit.contracts(base), unit.contracts(base) * unit.contractSize, quote]
  const length = minutes(query.get('bar') ?? '1m')
  if (length === undefined) return null
  const lengthMs = length * minuteMs
  const limit = countOf(query, 'limit', 100, 100)
  const until = timeIn(query, 'after', now + 1)
  const from = timeIn(query, 'before', until - (limit + 1) * lengthMs) + 1
  return venueMarket
    .candlesIn(listing, length, isHistory ? from : Math.max(from, now - recent * lengthMs), until)
    .filter(({ minute }) => !isHistory || minute * minuteMs + lengthMs <= now)
    .slice(-limit)
    .toReversed()
    .map((bar) => [
      String(bar.minute * minuteMs),
      ...[bar.open, bar.high, bar.low, bar.close].map(unit.priced).map(plainDecimal),
      ...volumes(bar).map(plainDecimal),
      bar.minute * minuteMs + lengthMs <= now ? '1' : '0',
    ])
}
