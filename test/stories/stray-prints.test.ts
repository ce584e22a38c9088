import { describe, expect, test } from 'vitest'
import type { Episode } from '../../src/market/episode.ts'
import { along, drawnCrowd } from '../detect/synthetic/drawn-crowd.ts'
import { type Drawn, DrawnMarket } from '../detect/synthetic/drawn-market.ts'

// Courses as published of 2025-12-24 (BTC/USD1) and 2025-10-10 (wBETH), drawn on generated markets.

function calmMarket(): DrawnMarket {
  const market = new DrawnMarket('binance', drawnCrowd(4), Date.UTC(2025, 11, 24))
  market.calm(0.5)
  return market
}

const ids = (changes: readonly Episode[]) => new Set(changes.map(({ id }) => id))
const kinds = (changes: readonly Episode[]) => new Set(changes.flatMap(({ kind, also }) => [kind, ...also]))

describe('one print of BTC/USD1 while BTC/USDT stands still', () => {
  const cases: readonly (readonly [string, number, 'print' | 'low'])[] = [
    ['−72 % as last price', 0.28, 'print'],
    ['−60 % as last price', 0.4, 'print'],
    ['−72 % in the low alone', 0.28, 'low'],
  ]
  test.each(cases)('of %s is a Danger on its tick, and no price of the pair', (_, factor, how) => {
    const market = calmMarket()
    const price = market.priceOf('BTCUSDT')
    const drawn: Drawn = { price, times: 100, [how]: price * factor }
    market.frame(1000, { BTCUSD1: drawn })
    expect(market.changes[0]).toMatchObject({ symbol: 'BTCUSD1', kind: 'stray-print', tier: 'danger' })
    for (let second = 0; second < 60; second++) market.frame(1000)
    expect(ids(market.changes).size).toBe(1)
    expect([...kinds(market.changes)]).toEqual(['stray-print'])
    for (const { lastPrice, peakPrice } of market.changes) {
      expect(lastPrice / price).toBeCloseTo(1, 1)
      expect(peakPrice / price).toBeCloseTo(1, 1)
    }
  })

  test('is a price like any other where BTC/USDT fell as far in the same frame', () => {
    const market = calmMarket()
    const price = market.priceOf('BTCUSDT') * 0.6
    market.frame(1000, { BTCUSD1: { price, times: 100 }, BTCUSDT: { price, times: 100 } })
    expect(kinds(market.changes)).not.toContain('stray-print')
    expect(market.engine.data.pairs.get('BTCUSD1')!.last).toBe(price)
  })
})

describe('wBETH from 3180 to 430 within one tick, two minutes there, and back in ten', () => {
  const market = calmMarket()
  const price = market.priceOf('WBETHUSDT')
  const course = along([
    [0, price],
    [1, price * (430 / 3180)],
    [120, price * (430 / 3180)],
    [600, price * (2900 / 3180)],
  ])
  for (let second = 1; second <= 1500; second++)
    market.frame(1000, {
      WBETHUSDT: { price: course(second), times: second < 600 ? 100 : 5, bought: second < 5 ? 0.1 : 0.7 },
    })
  const { changes } = market

  test('is a Danger on the first tick and one episode to the end', () => {
    expect(changes[0]).toMatchObject({ symbol: 'WBETHUSDT', kind: 'stray-print', tier: 'danger' })
    expect(changes[0]!.changedAt - (market.at - 1_500_000)).toBe(1000)
    expect(ids(changes).size).toBe(1)
  })

  test('says how far it fell, is no new price level, and no pump on the way back', () => {
    const lowest = Math.min(...changes.map(({ peakPrice, startPrice }) => peakPrice / startPrice - 1))
    expect(lowest).toBeCloseTo(430 / 3180 - 1, 1)
    expect(kinds(changes)).not.toContain('pump')
    expect(kinds(changes)).toContain('off-peg')
    expect(changes.at(-1)!.startPrice / price).toBeCloseTo(1, 1)
    expect(market.engine.data.pairs.get('WBETHUSDT')!.last / price).toBeGreaterThan(0.85)
  })
})
