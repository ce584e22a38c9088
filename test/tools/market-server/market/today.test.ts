import { expect, test } from 'vitest'
import { order, smallMarket, T0 } from '../../../../tools/market-server/small-market.ts'
import { DAY, MINUTE } from '../../../../tools/market-server/market/bar.ts'
import { openShelf } from '../../../../tools/market-server/market/shelf.ts'
import { todayOf } from '../../../../tools/market-server/market/today.ts'

const HOUR = 60 * MINUTE
const at = (ms: number, satoshi: number) => order('AABTC', ms, 'buy', [satoshi, 2])

test('the day begins at 00:00 UTC, its minutes are counted once, and the next begins anew', () => {
  // T0 is noon.
  const market = smallMarket([
    at(1, 90),
    at(12 * HOUR, 100),
    at(13 * HOUR, 130),
    at(13 * HOUR + 1, 110),
    at(2 * DAY, 1),
  ])
  const shelf = openShelf(market, {
    venue: 'bybit',
    symbolOf: (base, quote) => base + quote,
    quotes: { BTC: { from: 'BTC', rate: 1 } },
  })
  const [good] = shelf.goods
  if (!good) throw new Error('no good')
  const seen = (ms: number) => {
    market.advance(T0 + ms)
    const told = todayOf(good, market.now)
    return told && [told.open * 1e8, told.high * 1e8, told.low * 1e8, told.base, told.count].map(Math.round)
  }
  expect(seen(0)).toBeNull()
  expect(seen(MINUTE)).toEqual([90, 90, 90, 2, 1])
  expect(seen(12 * HOUR)).toEqual([100, 100, 100, 2, 1])
  expect(seen(12 * HOUR + 5 * MINUTE)).toEqual([100, 100, 100, 2, 1])
  // The minute under way is seen as it is, and whole once it is over.
  expect(seen(13 * HOUR)).toEqual([100, 130, 100, 4, 2])
  expect(seen(13 * HOUR + 1)).toEqual([100, 130, 100, 6, 3])
  expect(seen(14 * HOUR)).toEqual([100, 130, 100, 6, 3])
  expect(seen(36 * HOUR)).toBeNull()
})
