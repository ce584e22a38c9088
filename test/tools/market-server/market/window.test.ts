import { expect, test } from 'vitest'
import { driveMarket } from '../drive-market.ts'
import { openCrowd } from '../../../../tools/market-server/generated/crowd.ts'
import { universeOf } from '../../../../tools/market-server/generated/universe.ts'
import { order, smallMarket, t0 } from '../small-market.ts'
import { minuteMs } from '../../../../tools/market-server/market/bar.ts'
import { openMarket } from '../../../../tools/market-server/market/market.ts'
import type { Print } from '../../../../tools/market-server/market/order.ts'
import { extremes } from '../../../../tools/market-server/market/window.ts'

const hourMs = 60 * minuteMs

test('a trade leaves the hour when the minute ends, up to 59,999 ms late', () => {
  const market = smallMarket([order('AABTC', 1, 'buy', [100, 5]), order('AABTC', hourMs - 1, 'buy', [90, 2])])
  const hour = market.tapes.get('AABTC')?.hour
  market.advance(t0 + hourMs + minuteMs - 1)
  expect(hour).toMatchObject({ count: 2, base: 7 })
  market.advance(t0 + hourMs + minuteMs)
  expect(hour).toMatchObject({ count: 1, base: 2 })
})

test('the highest price leaves together with its trade', () => {
  const market = smallMarket([
    order('AABTC', 1, 'buy', [9_600, 1]),
    order('AABTC', hourMs - 1, 'buy', [90, 2]),
  ])
  const tape = market.tapes.get('AABTC')
  if (!tape) throw new Error('no tape')
  market.advance(t0 + hourMs)
  expect(extremes(tape.hour, tape.bars).high).toBe(9_600 / 1e8)
  market.advance(t0 + hourMs + minuteMs)
  expect(extremes(tape.hour, tape.bars).high).toBe(90 / 1e8)
})

test('an empty window counts nothing and keeps no rounding noise', () => {
  const market = smallMarket([order('AABTC', 1, 'buy', [333, 0.1]), order('AABTC', 2, 'sell', [777, 0.7])])
  market.advance(t0 + 2 * hourMs)
  expect(market.tapes.get('AABTC')?.hour).toMatchObject({ count: 0, base: 0, quote: 0 })
})

test('rolling statistics equal those computed from every fill', () => {
  const universe = { ...universeOf(3, t0), pairs: universeOf(3, t0).pairs.slice(0, 12) }
  const market = openMarket(openCrowd(3, universe, t0), t0)
  const prints: Print[] = []
  const to = t0 + 90 * minuteMs
  for (const moment of driveMarket(market, { to, stepMs: 7_300 })) prints.push(...moment.prints)
  prints.push(...market.advance(to))
  const opens = to - hourMs
  for (const [symbol, tape] of market.tapes) {
    const own = prints.filter((print) => print.symbol === symbol && print.at >= opens)
    expect(tape.hour.count).toBe(own.length)
    expect(tape.hour.base).toBeCloseTo(
      own.reduce((sum, { amount }) => sum + amount, 0),
      6,
    )
    if (own.length === 0) continue
    const { high, low } = extremes(tape.hour, tape.bars)
    expect([high, low]).toEqual([
      Math.max(...own.map(({ price }) => price)),
      Math.min(...own.map(({ price }) => price)),
    ])
  }
})
