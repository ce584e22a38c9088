import { expect, test } from 'vitest'
import { along } from '../detect/synthetic/drawn-crowd.ts'
import { DrawnMarket, type DrawnPair } from '../detect/synthetic/drawn-market.ts'

// The course of BTC/KRW at Bithumb alone on 2026-02-06, as published, in polls of ten seconds.

const btc: DrawnPair = {
  base: 'BTC',
  quote: 'KRW',
  price: 134e6,
  turnover: 900e6,
  trades: 200,
  sigma: 0.0006,
}
const others = Array.from({ length: 20 }, (_, i): DrawnPair => {
  return {
    base: `K${i}`,
    quote: 'KRW',
    price: 100 * (i + 1),
    turnover: 5e6 + 1e6 * i,
    trades: 10 + i,
    sigma: 0.0012,
  }
})

test('BTC down by 16 % in three minutes at one venue is a Warning there, without any other venue', () => {
  const market = new DrawnMarket('bithumb', [btc, ...others], Date.UTC(2026, 1, 6, 8))
  market.calm(2, true)
  const price = market.priceOf('BTCKRW')
  const course = along([
    [0, price],
    [180, price * 0.84],
    [300, price * 0.84],
    [1200, price],
  ])
  for (let second = 10; second <= 2400; second += 10)
    market.frame(10_000, {
      BTCKRW: { price: course(second), times: second < 1200 ? 30 : 2, bought: second < 300 ? 0.1 : 0.7 },
    })
  expect([...new Set(market.changes.map(({ symbol }) => symbol))]).toEqual(['BTCKRW'])
  expect(market.changes[0]).toMatchObject({ kind: 'dump' })
  expect(market.changes.at(-1)!.tier).toBe('warning')
})
