import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clearBars, pushBar } from '../../src/stats/bars.ts'
import { grain } from '../../src/stats/closes.ts'
import {
  busyMinuteShare,
  minuteClose,
  eachMinute,
  knownMinutes,
  turnoverOfMinutes,
} from '../../src/stats/minutes.ts'
import { barsOf } from './bar-events.ts'

const begin = 1_700_000_040_000

const tradeLists = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 400_000 }),
    price: fc.integer({ min: 1, max: 20 }),
    turnover: fc.integer({ min: 0, max: 1000 }),
  }),
  { minLength: 1, maxLength: 200 },
)

const near = (a: number, price: number) =>
  expect(Math.abs(a - Math.log(price))).toBeLessThanOrEqual(grain / 2 + 1e-9)

describe('minutes', () => {
  test('return the closes and turnover of a plain list of trades, also some time after the last', () => {
    const span = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(tradeLists, span, fc.integer({ min: 0, max: 5_000_000 }), (list, a, silence) => {
        const bars = barsOf(1)
        const trades: { minute: number; price: number; turnover: number }[] = []
        let at = begin
        for (const { after, price, turnover } of list) {
          at += after
          pushBar(bars, 0, at, Math.log(price), turnover, 1)
          trades.push({ minute: Math.ceil(at / 60_000) - 1, price, turnover })
        }
        at += silence
        const now = Math.ceil(at / 60_000) - 1
        const first = trades[0]!.minute
        const priceOf = (minute: number) => trades.findLast((trade) => trade.minute <= minute)!.price
        const sumOf = (minute: number) =>
          trades.filter((trade) => trade.minute === minute).reduce((sum, trade) => sum + trade.turnover, 0)
        expect(knownMinutes(bars, 0, at)).toBe(Math.min(60, now - first))
        near(minuteClose(bars, 0, at, a), priceOf(Math.max(first, now - a)))
        const recent = Array.from({ length: Math.max(1, a) }, (_, i) => sumOf(now - i))
        const turnover = recent.reduce((sum, each) => sum + each, 0)
        expect(Math.abs(turnoverOfMinutes(bars, 0, at, Math.max(1, a)) - turnover)).toBeLessThanOrEqual(
          0.005 * turnover,
        )
        const whole = Array.from({ length: Math.min(a, now - first) }, (_, i) => now - 1 - i)
        const busy = whole.filter((minute) => sumOf(minute) > 300.5).length
        // Stored sums are rounded: a minute within half a percent of the bound may count or not.
        const close = whole.filter((minute) => Math.abs(sumOf(minute) - 300.5) <= 2).length
        const share = busyMinuteShare(bars, 0, at, a, 300.5) * whole.length
        expect(Math.abs(share - busy)).toBeLessThanOrEqual(close + 1e-9)
        const visited: number[][] = []
        eachMinute(bars, 0, at, (...close) => visited.push(close))
        expect(visited).toHaveLength(Math.min(60, now - first))
        for (const [over, price, turnover] of visited) {
          const minute = over! / 60_000 - 1
          near(price!, priceOf(minute))
          expect(Math.abs(turnover! - sumOf(minute))).toBeLessThanOrEqual(0.005 * sumOf(minute))
        }
      }),
    )
  })

  test('without data keep the price and have no turnover', () => {
    const bars = barsOf(1)
    pushBar(bars, 0, begin, Math.log(5), 100, 1)
    const later = begin + 3_600_000
    for (const ago of [0, 60]) near(minuteClose(bars, 0, later, ago), 5)
    expect([turnoverOfMinutes(bars, 0, later, 60), turnoverOfMinutes(bars, 0, later, 61)]).toEqual([0, 100])
  })

  test('have no data before the first price and after being cleared', () => {
    const bars = barsOf(1)
    const figures = () => [turnoverOfMinutes(bars, 0, begin, 60), knownMinutes(bars, 0, begin)]
    expect([minuteClose(bars, 0, begin, 5), ...figures()]).toEqual([NaN, 0, 0])
    pushBar(bars, 0, begin, Math.log(5), 100, 1)
    clearBars(bars, 0)
    expect([minuteClose(bars, 0, begin, 5), ...figures()]).toEqual([NaN, 0, 0])
    pushBar(bars, 0, begin + 600_000, Math.log(7), 1, 1)
    near(minuteClose(bars, 0, begin + 600_000, 60), 7)
    expect(turnoverOfMinutes(bars, 0, begin + 600_000, 60)).toBe(1)
  })
})
