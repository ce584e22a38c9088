import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clearBars, growBars, pushBar } from '../../src/stats/bars.ts'
import { eachClose } from '../../src/stats/each-close.ts'
import { closeBefore, windowTurnover } from '../../src/stats/window.ts'
import { barEvents, barsOf, applyEvent } from './bar-events.ts'
import { windows } from './windows.ts'

const minute = { rung: 0, steps: 12 }

describe('bars', () => {
  test('continue identically after structuredClone at any time, whatever other rows do', () => {
    fc.assert(
      fc.property(barEvents, barEvents, fc.nat(160), (events, others, cut) => {
        const whole = barsOf(3)
        for (const event of events) applyEvent(whole, 1, event)
        let cloned = barsOf(3)
        events.forEach((event, index) => {
          if (index === cut % events.length) cloned = structuredClone(cloned)
          applyEvent(cloned, 1, event)
          if (others[index]) applyEvent(cloned, 2, others[index])
        })
        for (const [at] of windows.entries()) {
          const now = Math.max(...events.map((event) => event.at))
          const of = (bars: typeof whole) => closeBefore(bars, 1, now, windows[at]!.window)
          expect(of(cloned)).toBe(of(whole))
        }
        const closes = (bars: typeof whole) => {
          const list: number[][] = []
          eachClose(bars, 1, 2, (...close) => list.push(close))
          return list
        }
        expect(closes(cloned)).toEqual(closes(whole))
        expect(closes(cloned).length).toBeLessThanOrEqual(96)
      }),
      { numRuns: 30 },
    )
  })

  test('keep their data when they grow', () => {
    const bars = barsOf(1)
    for (let i = 0; i < 400; i++) pushBar(bars, 0, i * 10_000, Math.log(100 + (i % 7)), i, 1)
    const before = windows.map(({ window }) => closeBefore(bars, 0, 4e6, window))
    growBars(bars, 1000)
    expect(windows.map(({ window }) => closeBefore(bars, 0, 4e6, window))).toEqual(before)
    expect(closeBefore(bars, 999, 4e6, minute)).toBeNaN()
  })

  test('have no data when empty and after being cleared', () => {
    const bars = barsOf(1)
    expect(closeBefore(bars, 0, 5000, minute)).toBeNaN()
    expect(windowTurnover(bars, 0, 5000, minute)).toBe(0)
    pushBar(bars, 0, 5000, Math.log(3), 10, 1)
    pushBar(bars, 0, 16_000, Math.log(3), 10, 1)
    clearBars(bars, 0)
    expect(closeBefore(bars, 0, 17_000, minute)).toBeNaN()
    expect(windowTurnover(bars, 0, 17_000, minute)).toBe(0)
    pushBar(bars, 0, 19_000, Math.log(4), 7, 2)
    expect(closeBefore(bars, 0, 19_000, minute)).toBe(Math.log(4))
    expect(windowTurnover(bars, 0, 19_000, minute)).toBe(7)
  })

  test('use the last price before a window as reference, however old', () => {
    const bars = barsOf(1)
    pushBar(bars, 0, 5000, Math.log(100), 1, 1)
    pushBar(bars, 0, 15_000, Math.log(101), 1, 1)
    pushBar(bars, 0, 3_600_000, Math.log(120), 1, 1)
    expect(Math.exp(closeBefore(bars, 0, 3_600_000, minute))).toBeCloseTo(101, 1)
  })

  test('follow a price beyond the range of 16 bits: new closes are exact, old ones are clamped', () => {
    const bars = barsOf(1)
    for (let at = 60_000; at <= 3_600_000; at += 60_000) pushBar(bars, 0, at, 0, 1, 1)
    const high = Math.log(1e9)
    pushBar(bars, 0, 3_660_000, high, 1, 1)
    pushBar(bars, 0, 3_665_000, high, 1, 1)
    expect(high - closeBefore(bars, 0, 3_665_000, minute)).toBeGreaterThan(3)
    for (let at = 3_670_000; at <= 3_800_000; at += 5000) pushBar(bars, 0, at, high + 0.01, 1, 1)
    expect(closeBefore(bars, 0, 3_800_000, minute)).toBeCloseTo(high + 0.01, 4)
  })
})
