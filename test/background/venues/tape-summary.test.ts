import { describe, expect, test } from 'vitest'
import { tapeSummaryOf } from '../../../src/background/venues/tape-summary.ts'
import { takeTrades } from '../../../src/detect/take-trades.ts'
import { candlePair as pair, candleVenue as venueOf } from './candles/candle-venue.ts'

describe('the tape summary', () => {
  const trades = (side: 'buy' | 'sell', at: number, prices: readonly number[]) =>
    prices.map((price) => ({ type: 'trade', symbol: 'SYSBTC', price, amount: 2, side, at }) as const)

  test('counts taker trades in the time that the tape covers', () => {
    const venue = venueOf()
    const at = venue.engine.data.at - 10_000
    takeTrades(venue.engine, 'SYSBTC', trades('buy', at, [104, 104, 105]), at)
    takeTrades(venue.engine, 'SYSBTC', trades('sell', at + 1000, [104]), at + 1000)
    expect(tapeSummaryOf(pair, [venue])).toEqual({
      windowMs: 11_000,
      trades: 4,
      takerBuys: 1,
      rushOrders: 1,
      buyShare: 626 / 834,
      turnover: 834,
    })
  })

  test('is null where no trades are followed, not zero', () => {
    expect(tapeSummaryOf(pair, [venueOf()])).toBeNull()
    expect(tapeSummaryOf({ ...pair, venue: 'okx' }, [venueOf()])).toBeNull()
    expect(tapeSummaryOf({ ...pair, base: 'VIA' }, [venueOf()])).toBeNull()
  })
})
