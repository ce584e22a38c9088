import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bars } from '../../src/stats/bars.ts'
import { grain } from '../../src/stats/closes.ts'
import { highest, lowest } from '../../src/stats/extremes.ts'
import { closeBefore, windowTradeCount, windowTurnover } from '../../src/stats/window.ts'
import { barEvents, barsOf, applyEvent } from './bar-events.ts'
import { NaiveBars } from './naive-bars.ts'
import { windows } from './windows.ts'

/** Checks after each event, once there is data. */
function afterEach(check: (bars: Bars, naive: NaiveBars) => void): void {
  fc.assert(
    fc.property(barEvents, (events) => {
      const bars = barsOf(2)
      const naive = new NaiveBars()
      for (const event of events) {
        applyEvent(bars, 1, event)
        naive.apply(event)
        if (!Number.isNaN(naive.last)) check(bars, naive)
      }
    }),
    { numRuns: 25 },
  )
}

test('the reference price of a window is the price at its start', () => {
  afterEach((bars, naive) => {
    for (const { window, naive: same } of windows) {
      const off = closeBefore(bars, 1, naive.now, window) - Math.log(naive.before(same))
      expect(Math.abs(off)).toBeLessThanOrEqual(grain / 2 + 1e-9)
    }
  })
})

test('turnover and trades of a window equal those of a list of all trades, within half a percent', () => {
  afterEach((bars, naive) => {
    for (const { window, naive: same } of windows) {
      const inside = naive.inside(same)
      const turnover = inside.reduce((sum, trade) => sum + trade.turnover, 0)
      const off = Math.abs(windowTurnover(bars, 1, naive.now, window) - turnover)
      expect(off).toBeLessThanOrEqual(0.005 * turnover)
      if (window.rung > 0) continue
      const count = inside.reduce((sum, trade) => sum + trade.count, 0)
      expect(Math.abs(windowTradeCount(bars, 1, naive.now, window) - count)).toBeLessThanOrEqual(
        0.005 * count,
      )
    }
  })
})

test('the extremes of a window are prices within it, and no close at a step exceeds them', () => {
  afterEach((bars, naive) => {
    const { window, naive: same } = windows[2]!
    const inside = [naive.before(same), ...naive.inside(same).map(({ price }) => price)]
    for (const [extreme, sign] of [
      [lowest, 1],
      [highest, -1],
    ] as const) {
      const found = extreme(bars, 1, naive.now, window)!
      expect(Math.min(...inside.map((price) => Math.abs(Math.log(price) - found.price)))).toBeLessThan(grain)
      const begin = naive.begin(same)
      const times = [begin, naive.now]
      for (let at = Math.max(begin, naive.firstAt); at < naive.now; at += 5000)
        if (at % 20_000 === 0 || at > naive.now - 60_000) times.push(Math.floor(at / 5000) * 5000)
      for (const at of times.filter((each) => each >= begin && each >= naive.firstAt))
        expect(sign * (Math.log(naive.priceAt(at)) - found.price)).toBeGreaterThanOrEqual(-grain)
    }
  })
})

test('of equal extremes the latest is returned, never one before the window', () => {
  const bars = barsOf(1)
  const begin = 1_700_000_000_000
  const push = (second: number, price: number) =>
    applyEvent(bars, 0, { pass: false, at: begin + second * 1000, price, turnover: 1, count: 1 })
  for (let second = 0; second <= 600; second += 5) push(second, second < 100 ? 1 : second % 100 === 0 ? 5 : 7)
  const { window } = windows[2]!
  expect(lowest(bars, 0, begin + 603_000, window)).toMatchObject({ at: begin + 603_000 })
  push(605, 9)
  expect(lowest(bars, 0, begin + 606_000, window)).toMatchObject({ at: begin + 600_000 })
  expect(Math.exp(lowest(bars, 0, begin + 606_000, window)!.price)).toBeCloseTo(5, 2)
})
