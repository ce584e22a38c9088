import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  advanceBars,
  type Bars,
  clearBars,
  closeBefore,
  eachBar,
  emptyBars,
  highest,
  lowest,
  pushBar,
} from '../../src/stats/bars.ts'
import { barEvents, barWindows, playEvent } from './bar-events.ts'
import { NaiveBars } from './naive-bars.ts'

const answers = (bars: Bars) =>
  bars.windows.map((_, w) => ({
    turnover: bars.turnovers[w],
    count: bars.counts[w],
    closeBefore: closeBefore(bars, w),
    lowest: lowest(bars, w),
    highest: highest(bars, w),
  }))

const naiveAnswers = (naive: NaiveBars, windows: readonly number[]) =>
  windows.map((seconds) => ({
    turnover: naive.turnover(seconds),
    count: naive.count(seconds),
    closeBefore: naive.closeBefore(seconds),
    lowest: naive.lowest(seconds),
    highest: naive.highest(seconds),
  }))

describe('bars', () => {
  test('answer every question as a list that forgets nothing', () => {
    fc.assert(
      fc.property(barWindows, barEvents, (windows, events) => {
        const bars = emptyBars(windows)
        const naive = new NaiveBars()
        for (const event of events) {
          playEvent(bars, event)
          naive.play(event)
          expect(answers(bars)).toEqual(naiveAnswers(naive, windows))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('keep no more than the longest window and its reference', () => {
    fc.assert(
      fc.property(barWindows, barEvents, (windows, events) => {
        const bars = emptyBars(windows)
        for (const event of events) playEvent(bars, event)
        const now = Math.max(...events.map((event) => Math.floor(event.at / 1000)))
        const seconds: number[] = []
        eachBar(bars, (second) => seconds.push(second))
        expect(seconds).toEqual([...new Set(seconds)].sort((a, b) => a - b))
        expect(seconds.filter((second) => second <= now - windows.at(-1)!).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('go on the same after structuredClone at any moment', () => {
    fc.assert(
      fc.property(barWindows, barEvents, fc.nat(400), (windows, events, cut) => {
        const whole = emptyBars(windows)
        for (const event of events) playEvent(whole, event)
        let cloned = emptyBars(windows)
        events.forEach((event, index) => {
          if (index === cut % events.length) cloned = structuredClone(cloned)
          playEvent(cloned, event)
        })
        expect(cloned).toEqual(whole)
      }),
    )
  })

  test('with fractions never end below zero nor keep a remainder', () => {
    const bars = emptyBars([25, 600])
    for (let i = 0; i < 20_000; i++) pushBar(bars, i * 700, 1, (i % 7) * 1e-7 + (i % 1000 === 0 ? 1e7 : 0), 1)
    for (const turnover of bars.turnovers) expect(turnover).toBeGreaterThan(-1e-6)
    advanceBars(bars, 20_000 * 700 + 601_000)
    expect(bars.turnovers).toEqual([0, 0])
    expect(bars.counts).toEqual([0, 0])
  })

  test('know nothing when empty and after being cleared', () => {
    const bars = emptyBars([60])
    const nothing = [{ turnover: 0, count: 0, closeBefore: null, lowest: null, highest: null }]
    expect(answers(bars)).toEqual(nothing)
    pushBar(bars, 5000, 3, 10, 1)
    pushBar(bars, 6000, 3, 10, 1)
    clearBars(bars)
    expect(answers(bars)).toEqual(nothing)
    pushBar(bars, 9000, 4, 7, 2)
    const afresh = [{ turnover: 7, count: 2, closeBefore: 4, lowest: { close: 4, second: 9 }, highest: 4 }]
    expect(answers(bars)).toEqual(afresh)
    // What was forgotten does not leave a window a second time.
    advanceBars(bars, 67_000)
    expect(answers(bars)).toEqual(afresh)
  })

  test('measure from the last price at the beginning of a window, however long it stood', () => {
    const bars = emptyBars([60])
    pushBar(bars, 0, 100, 1, 1)
    pushBar(bars, 10_000, 101, 1, 1)
    pushBar(bars, 3_600_000, 120, 1, 1)
    expect(closeBefore(bars, 0)).toBe(101)
  })
})
