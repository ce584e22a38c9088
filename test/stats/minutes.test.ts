import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  advanceMinutes,
  busyShare,
  clearMinutes,
  closeAgo,
  eachMinute,
  emptyMinutes,
  lowestAgo,
  minutesKnown,
  pushMinutes,
  turnoverOf,
} from '../../src/stats/minutes.ts'

const begin = 1_700_000_040_000

/** Prices that a Float32 holds exactly, so that plain lists can be compared to the bit. */
const deals = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 400_000 }),
    close: fc.integer({ min: 1, max: 1000 }),
    turnover: fc.integer({ min: 0, max: 1000 }),
  }),
  { minLength: 1, maxLength: 200 },
)

describe('minutes', () => {
  test('tell closes, turnover and lows as a plain list of deals does', () => {
    fc.assert(
      fc.property(deals, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (list, a, b) => {
        const minutes = emptyMinutes()
        const heard: { minute: number; close: number; turnover: number }[] = []
        let at = begin
        for (const { after, close, turnover } of list) {
          at += after
          pushMinutes(minutes, at, close, turnover)
          heard.push({ minute: Math.floor(at / 60_000), close, turnover })
        }
        const now = Math.floor(at / 60_000)
        const first = heard[0]!.minute
        const closeOf = (minute: number) => heard.filter((deal) => deal.minute <= minute).at(-1)!.close
        expect(minutesKnown(minutes)).toBe(Math.min(60, now - first))
        expect(closeAgo(minutes, a)).toBe(closeOf(Math.max(first, now - a)))
        const recent = heard.filter(({ minute }) => minute > now - Math.max(1, a))
        expect(turnoverOf(minutes, Math.max(1, a))).toBe(recent.reduce((sum, deal) => sum + deal.turnover, 0))
        const whole = Array.from({ length: Math.min(a, now - first) }, (_, i) => now - 1 - i)
        const sumOf = (minute: number) =>
          heard.filter((deal) => deal.minute === minute).reduce((sum, deal) => sum + deal.turnover, 0)
        const busy = whole.filter((minute) => sumOf(minute) > 300).length
        expect(busyShare(minutes, a, 300)).toBe(whole.length === 0 ? 0 : busy / whole.length)
        const told: number[][] = []
        eachMinute(minutes, (over, close) => told.push([over, close]))
        expect(told.at(0)?.[1] ?? closeOf(now)).toBe(closeOf(Math.max(first, now - 60)))
        expect(told.every(([over, close]) => closeOf(over! / 60_000 - 1) === close)).toBe(true)
        const [newest, oldest] = [Math.min(a, b), Math.max(a, b)]
        const known = Array.from({ length: oldest - newest + 1 }, (_, i) => now - newest - i).filter(
          (m) => m >= first,
        )
        expect(lowestAgo(minutes, oldest, newest)).toBe(
          known.length === 0 ? null : Math.min(...known.map(closeOf)),
        )
      }),
    )
  })

  test('that nobody pushes stay at the price, and turn over nothing', () => {
    const minutes = emptyMinutes()
    pushMinutes(minutes, begin, 5, 100)
    advanceMinutes(minutes, begin + 3_600_000)
    expect([closeAgo(minutes, 0), closeAgo(minutes, 60)]).toEqual([5, 5])
    expect([turnoverOf(minutes, 60), turnoverOf(minutes, 61)]).toEqual([0, 100])
  })

  test('know nothing before the first price, and nothing after a gap', () => {
    const minutes = emptyMinutes()
    expect([
      closeAgo(minutes, 5),
      lowestAgo(minutes, 60, 0),
      turnoverOf(minutes, 60),
      minutesKnown(minutes),
    ]).toEqual([null, null, 0, 0])
    pushMinutes(minutes, begin, 5, 100)
    clearMinutes(minutes)
    advanceMinutes(minutes, begin + 600_000)
    expect([closeAgo(minutes, 5), turnoverOf(minutes, 60)]).toEqual([null, 0])
    pushMinutes(minutes, begin + 600_000, 7, 1)
    expect([closeAgo(minutes, 60), turnoverOf(minutes, 60)]).toEqual([7, 1])
  })
})
