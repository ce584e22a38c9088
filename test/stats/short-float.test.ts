import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromShort, toShort } from '../../src/stats/short-float.ts'

test('a short float is accurate to 1/256 over 75 orders of magnitude', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-37, max: 3e38, noNaN: true }), (x) => {
      expect(Math.abs(fromShort(toShort(x)) / x - 1)).toBeLessThanOrEqual(1 / 256)
    }),
  )
})

test('it fits into 16 bits, keeps order and zero, and stays finite', () => {
  const any = fc.double({ min: 0, max: 1e300, noNaN: true })
  fc.assert(
    fc.property(any, any, (a, b) => {
      const [low, high] = [toShort(Math.min(a, b)), toShort(Math.max(a, b))]
      expect(low).toBeLessThanOrEqual(high)
      expect(high).toBeLessThanOrEqual(65_535)
      expect(Number.isFinite(fromShort(high))).toBe(true)
    }),
  )
  expect(fromShort(toShort(0))).toBe(0)
  for (const count of [1, 2, 100, 255]) expect(fromShort(toShort(count))).toBe(count)
})
