import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, binsOf, maxBins } from '../../../../tools/train/fit/bins.ts'

const column = fc.array(fc.float({ noNaN: true, min: -1000, max: 1000 }), { minLength: 1, maxLength: 500 })

test('a value is in the first bin whose edge it does not exceed', () => {
  fc.assert(
    fc.property(column, (values) => {
      const { codes, edges } = binsOf(Float32Array.from(values))
      expect(edges.length).toBeLessThan(maxBins)
      expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b))
      Float32Array.from(values).forEach((value, row) => {
        expect(codes[row]).toBe(edges.filter((edge) => edge < value).length)
      })
    }),
  )
})

test('few values each have a bin of their own', () => {
  const { codes } = binsOf(Float32Array.from({ length: 1000 }, (_, i) => Math.log1p(i % 7)))
  expect(new Set(codes).size).toBe(7)
})

test('an edge is short and separates its neighbours', () => {
  expect(between(Math.fround(Math.log1p(3)), Math.fround(Math.log1p(4)))).toBe(1.5)
  fc.assert(
    fc.property(
      fc.float({ noNaN: true, noDefaultInfinity: true }),
      fc.float({ noNaN: true, noDefaultInfinity: true }),
      (a, b) => {
        fc.pre(a !== b)
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const edge = between(low, high)
        expect(edge >= low && edge < high).toBe(true)
      },
    ),
  )
})
