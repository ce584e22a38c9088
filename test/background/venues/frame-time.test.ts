import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFrameClock, punctual } from '../../../src/background/venues/frame-time.ts'
import type { Tick } from '../../../src/market/tick.ts'

const now = 1_700_000_000_000
const tick = (at: number): Tick => ({ type: 'tick', symbol: 'SYSBTC', base: null, quote: null, at, last: 1 })

describe('frame time', () => {
  test('is a time that some row told, and no single broken row moves it', () => {
    const frame = fc.record({
      honest: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 2, maxLength: 400 }),
      broken: fc.integer({ min: -1e12, max: 1e12 }),
      where: fc.nat(),
    })
    fc.assert(
      fc.property(frame, ({ honest, broken, where }) => {
        const ticks = honest.map((ms) => tick(now + ms))
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

  test.each([1e9, -1e9])(
    'of a lone row is not believed when it leaps by %i, until the next agrees',
    (leap) => {
      const clock = createFrameClock()
      const lone = (at: number) => clock.timeOf([tick(at)], now, 0)
      expect(lone(now + leap)).toBeNull()
      expect(lone(now + 1000)).toBe(now + 1000)
      expect(lone(now + leap)).toBeNull()
      expect(lone(now + leap + 1000)).toBe(now + leap + 1000)
    },
  )

  test('of many rows is believed at once, for a gap is a gap', () => {
    const clock = createFrameClock()
    expect(
      clock.timeOf(
        [1, 2, 3].map((ms) => tick(now + 1e9 + ms)),
        now,
        0,
      ),
    ).toBe(now + 1e9 + 2)
  })

  test('rows from the future are left out, late ones are not', () => {
    const ticks = [tick(now), tick(now + 60_000), tick(now + 60_001), tick(now - 1e9)]
    expect(punctual(ticks, now).map(({ at }) => at - now)).toEqual([0, 60_000, -1e9])
    const sound = ticks.slice(0, 2)
    expect(punctual(sound, now)).toBe(sound)
  })
})
