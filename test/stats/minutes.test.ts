import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clearBars, pushBar } from '../../src/stats/bars.ts'
import { resolution } from '../../src/stats/closes.ts'
import {
  busyShare,
  closeAgo,
  forEachMinute,
  minutesKnown,
  turnoverOfMinutes,
} from '../../src/stats/minutes.ts'
import { createBars } from './bar-events.ts'

const begin = 1_700_000_040_000

const trades = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 400_000 }),
    price: fc.integer({ min: 1, max: 20 }),
    turnover: fc.integer({ min: 0, max: 1000 }),
  }),
  { minLength: 1, maxLength: 200 },
)

const near = (a: number, price: number) =>
  expect(Math.abs(a - Math.log(price))).toBeLessThanOrEqual(resolution / 2 + 1e-9)

describe('minutes', () => {
  test('give the closes and turnover of a plain list of trades, also some time after the last one', () => {
    const span = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(trades, span, fc.integer({ min: 0, max: 5_000_000 }), (list, a, silence) => {
        const bars = createBars(1)
        const taken: { minute: number; price: number; turnover: number }[] = []
        let at = begin
        for (const { after, price, turnover } of list) {
          at += after
          pushBar(bars, 0, at, Math.log(price), turnover, 1)
          taken.push({ minute: Math.ceil(at / 60_000) - 1, price, turnover })
        }
        at += silence
        const now = Math.ceil(at / 60_000) - 1
        const first = taken[0]!.minute
        const priceOf = (minute: number) => taken.findLast((trade) => trade.minute <= minute)!.price
        const sumOf = (minute: number) =>
          taken.filter((trade) => trade.minute === minute).reduce((sum, trade) => sum + trade.turnover, 0)
        expect(minutesKnown(bars, 0, at)).toBe(Math.min(60, now - first))
        near(closeAgo(bars, 0, at, a), priceOf(Math.max(first, now - a)))
        const recent = Array.from({ length: Math.max(1, a) }, (_, i) => sumOf(now - i))
        const turnover = recent.reduce((sum, each) => sum + each, 0)
        expect(Math.abs(turnoverOfMinutes(bars, 0, at, Math.max(1, a)) - turnover)).toBeLessThanOrEqual(
          0.005 * turnover,
        )
        const whole = Array.from({ length: Math.min(a, now - first) }, (_, i) => now - 1 - i)
        const busy = whole.filter((minute) => sumOf(minute) > 300.5).length
        // Stored sums are rounded: a minute within 0.5 % of the threshold may count or not.
        const close = whole.filter((minute) => Math.abs(sumOf(minute) - 300.5) <= 2).length
        const share = busyShare(bars, 0, at, a, 300.5) * whole.length
        expect(Math.abs(share - busy)).toBeLessThanOrEqual(close + 1e-9)
        const visited: number[][] = []
        forEachMinute(bars, 0, at, (...close) => visited.push(close))
        expect(visited).toHaveLength(Math.min(60, now - first))
        for (const [end, price, turnover] of visited) {
          const minute = end! / 60_000 - 1
          near(price!, priceOf(minute))
          expect(Math.abs(turnover! - sumOf(minute))).toBeLessThanOrEqual(0.005 * sumOf(minute))
        }
      }),
    )
  })

  test('without a push keep the price and have no turnover', () => {
    const bars = createBars(1)
    pushBar(bars, 0, begin, Math.log(5), 100, 1)
    const later = begin + 3_600_000
    for (const ago of [0, 60]) near(closeAgo(bars, 0, later, ago), 5)
    expect([turnoverOfMinutes(bars, 0, later, 60), turnoverOfMinutes(bars, 0, later, 61)]).toEqual([0, 100])
  })

  test('are unknown before the first price and after a gap', () => {
    const bars = createBars(1)
    const known = () => [turnoverOfMinutes(bars, 0, begin, 60), minutesKnown(bars, 0, begin)]
    expect([closeAgo(bars, 0, begin, 5), ...known()]).toEqual([NaN, 0, 0])
    pushBar(bars, 0, begin, Math.log(5), 100, 1)
    clearBars(bars, 0)
    expect([closeAgo(bars, 0, begin, 5), ...known()]).toEqual([NaN, 0, 0])
    pushBar(bars, 0, begin + 600_000, Math.log(7), 1, 1)
    near(closeAgo(bars, 0, begin + 600_000, 60), 7)
    expect(turnoverOfMinutes(bars, 0, begin + 600_000, 60)).toBe(1)
  })
})
