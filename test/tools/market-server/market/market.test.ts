import { expect, test } from 'vitest'
import { order, smallMarket, t0 } from '../small-market.ts'
import { noEvents } from '../../../../tools/market-server/market/events.ts'
import { statusOf } from '../../../../tools/market-server/market/market.ts'

test('a sweep over three levels is three aggregates of one time, two fills at one price are one', () => {
  const market = smallMarket([
    order('AABTC', 10, 'buy', [100, 1], [100, 2], [101, 3], [103, 4]),
    order('AABTC', 20, 'sell', [100, 1]),
  ])
  const prints = market.advance(t0 + 100)
  const from = prints[0]?.aggregate ?? 0
  expect(prints.map(({ aggregate }) => aggregate - from)).toEqual([0, 0, 1, 2, 3])
  expect(prints.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5])
})

test('nothing trades in maintenance or in a halted pair, and the status shows it', () => {
  const span = { from: t0 + 50, until: t0 + 100 }
  const market = smallMarket(
    [
      order('AABTC', 60, 'buy', [1, 1]),
      order('BBBTC', 160, 'buy', [1, 1]),
      order('BBBTC', 400, 'buy', [1, 1]),
    ],
    {
      ...noEvents,
      maintenance: [span],
      halts: [{ symbol: 'BBBTC', status: 'HALT', from: t0 + 150, until: t0 + 300 }],
    },
  )
  expect(market.advance(t0 + 70)).toEqual([])
  expect(statusOf(market, 'AABTC')).toBe('BREAK')
  expect(market.advance(t0 + 200)).toEqual([])
  expect([statusOf(market, 'AABTC'), statusOf(market, 'BBBTC')]).toEqual(['TRADING', 'HALT'])
  expect(market.advance(t0 + 500)).toHaveLength(1)
})
