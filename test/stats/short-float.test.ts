import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromShortFloat, toShortFloat } from '../../src/stats/short-float.ts'

test('a short float has an error of at most 0.4 % from 1e-37 to 3e38', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-37, max: 3e38, noNaN: true }), (x) => {
      expect(Math.abs(fromShortFloat(toShortFloat(x)) / x - 1)).toBeLessThanOrEqual(1 / 256)
    }),
  )
})

test('it fits into 16 bits, keeps order and zero, and stays finite for any number', () => {
  const any = fc.double({ min: 0, max: 1e300, noNaN: true })
  fc.assert(
    fc.property(any, any, (a, b) => {
      const [low, high] = [toShortFloat(Math.min(a, b)), toShortFloat(Math.max(a, b))]
      expect(low).toBeLessThanOrEqual(high)
      expect(high).toBeLessThanOrEqual(65_535)
      expect(Number.isFinite(fromShortFloat(high))).toBe(true)
    }),
  )
  expect(fromShortFloat(toShortFloat(0))).toBe(0)
  for (const count of [1, 2, 100, 255]) expect(fromShortFloat(toShortFloat(count))).toBe(count)
})
