import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFrameClock, withoutFutureTicks } from '../../../src/background/venues/frame-time.ts'
import type { Tick } from '../../../src/market/tick.ts'

const now = 1_700_000_000_000
const tick = (at: number): Tick => ({ type: 'tick', symbol: 'SYSBTC', base: null, quote: null, at, last: 1 })

describe('frame time', () => {
  test('is the time of some row, and no single broken row moves it', () => {
    const frame = fc.record({
      correct: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 2, maxLength: 400 }),
      broken: fc.integer({ min: -1e12, max: 1e12 }),
      where: fc.nat(),
    })
    fc.assert(
      fc.property(frame, ({ correct, broken, where }) => {
        const ticks = correct.map((ms) => tick(now + ms))
        ticks.splice(where % ticks.length, 0, tick(now + broken))
        const at = createFrameClock().timeOf(ticks, 0, 0)!
        expect(at).toBeGreaterThanOrEqual(now)
        expect(at).toBeLessThanOrEqual(now + 900)
      }),
    )
  })

  test('of an empty frame is the time of receipt', () => {
    expect(createFrameClock().timeOf([], 0, now)).toBe(now)
  })

  test.each([1e9, -1e9])('of a single row is null after a jump of %i, until the next row agrees', (jump) => {
    const clock = createFrameClock()
    const single = (at: number) => clock.timeOf([tick(at)], now, 0)
    expect(single(now + jump)).toBeNull()
    expect(single(now + 1000)).toBe(now + 1000)
    expect(single(now + jump)).toBeNull()
    expect(single(now + jump + 1000)).toBe(now + jump + 1000)
  })

  test('of a round of answers that jump together is theirs at once: they confirm each other', () => {
    const round = (...ats: number[]) => createFrameClock().timeOf(ats.map(tick), now, now, true)
    const hour = 3_600_000
    expect(round(now + hour, now + hour + 900, now + hour + 1800)).toBe(now + hour + 900)
    expect(round(now + 500, now + hour, now + 900)).toBe(now + 900)
    expect(round(now + hour)).toBeNull()
  })

  test('of many rows that jump together is null until the next frame agrees', () => {
    const clock = createFrameClock()
    const frame = (at: number) =>
      clock.timeOf(
        [1, 2, 3].map((ms) => tick(at + ms)),
        now,
        now,
      )
    for (const jump of [86_400_000, -86_400_000]) {
      expect(frame(now + jump)).toBeNull()
      expect(frame(now + 1000)).toBe(now + 1002)
      expect(frame(now + jump)).toBeNull()
      expect(frame(now + jump + 1000)).toBe(now + jump + 1002)
    }
  })

  test('may jump at once to the time it is: a gap is a gap', () => {
    const later = now + 1e9
    expect(createFrameClock().timeOf([tick(later)], now, later + 2000)).toBe(later)
  })

  test('ticks from the future are dropped, late ones are not', () => {
    const ticks = [tick(now), tick(now + 60_000), tick(now + 60_001), tick(now - 1e9)]
    expect(withoutFutureTicks(ticks, now).map(({ at }) => at - now)).toEqual([0, 60_000, -1e9])
    const onTime = ticks.slice(0, 2)
    expect(withoutFutureTicks(onTime, now)).toBe(onTime)
  })
})

describe('a frame of another clock, while our clock and frames go on', () => {
  /** Believes a frame a second of a market clock that is ahead of ours; returns a clock to ask the next of. */
  function running(leadMs: number) {
    const clock = createFrameClock()
    for (let i = 0; i <= 10; i++) clock.timeOf([tick(now + leadMs + i * 1000)], now + leadMs, now + i * 1000)
    const known = now + leadMs + 10_000
    return (at: number) => clock.timeOf([tick(at)], known, now + 11_000)
  }

  test.each([700_000, 3_600_000, 86_400_000])('%i ms ahead has to be repeated', (ahead) => {
    const time = running(700_000)
    expect(time(now + 700_000 + ahead)).toBeNull()
    expect(time(now + 711_000)).toBe(now + 711_000)
    expect([time(now + 700_000 + ahead), time(now + 701_000 + ahead)]).toEqual([null, now + 701_000 + ahead])
  })

  test('at the time of our own clock has to be repeated too, where the market never went by that', () => {
    expect(running(86_400_000)(now + 11_000)).toBeNull()
    expect(running(-86_400_000)(now + 11_000)).toBeNull()
    expect(running(2000)(now + 11_000)).toBe(now + 11_000)
  })

  test('that is behind has to be repeated, whoever agrees', () => {
    const clock = createFrameClock()
    expect(clock.timeOf([tick(now)], now + 1e9, now)).toBeNull()
    expect(clock.timeOf([tick(now + 1000)], now + 1e9, now + 1000)).toBe(now + 1000)
  })
})
