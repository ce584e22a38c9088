import { expect, test } from 'vitest'
import { order, smallMarket, t0 } from '../small-market.ts'
import { dayMs, minuteMs } from '../../../../tools/market-server/market/bar.ts'
import { openVenueMarket } from '../../../../tools/market-server/market/venue-market.ts'
import { todayOf } from '../../../../tools/market-server/market/today.ts'

const hourMs = 60 * minuteMs
const at = (ms: number, satoshi: number) => order('AABTC', ms, 'buy', [satoshi, 2])

test('the day begins at 00:00 UTC, its minutes count once, and the next day starts at zero', () => {
  // t0 is noon.
  const market = smallMarket([
    at(1, 90),
    at(12 * hourMs, 100),
    at(13 * hourMs, 130),
    at(13 * hourMs + 1, 110),
    at(2 * dayMs, 1),
  ])
  const venueMarket = openVenueMarket(market, {
    venue: 'bybit',
    symbolOf: (base, quote) => base + quote,
    quotes: { BTC: { from: 'BTC', rate: 1 } },
  })
  const [listing] = venueMarket.listings
  if (!listing) throw new Error('no good')
  const seen = (ms: number) => {
    market.advance(t0 + ms)
    const stats = todayOf(listing, market.now)
    return (
      stats && [stats.open * 1e8, stats.high * 1e8, stats.low * 1e8, stats.base, stats.count].map(Math.round)
    )
  }
  expect(seen(0)).toBeNull()
  expect(seen(minuteMs)).toEqual([90, 90, 90, 2, 1])
  expect(seen(12 * hourMs)).toEqual([100, 100, 100, 2, 1])
  expect(seen(12 * hourMs + 5 * minuteMs)).toEqual([100, 100, 100, 2, 1])
  // The running minute counts as it is, and fully once it is over.
  expect(seen(13 * hourMs)).toEqual([100, 130, 100, 4, 2])
  expect(seen(13 * hourMs + 1)).toEqual([100, 130, 100, 6, 3])
  expect(seen(14 * hourMs)).toEqual([100, 130, 100, 6, 3])
  expect(seen(36 * hourMs)).toBeNull()
})
