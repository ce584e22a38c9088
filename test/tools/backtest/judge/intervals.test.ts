import fc from 'fast-check'
import { expect, test } from 'vitest'
import { poissonInterval } from '../../../../tools/backtest/judge/poisson-interval.ts'
import { quantile } from '../../../../tools/backtest/judge/quantile.ts'
import { clip, unionLength } from '../../../../tools/backtest/judge/spans.ts'
import { wilsonInterval } from '../../../../tools/backtest/judge/wilson-interval.ts'

test('the count is 1.96 standard errors away from both ends of a Wilson interval', () => {
  const count = fc
    .integer({ min: 1, max: 500 })
    .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
  fc.assert(
    fc.property(count, ([hits, of]) => {
      for (const end of wilsonInterval(hits, of)!) {
        // At 0 and 1 the standard error is 0.
        if (end < 1e-12 || end > 1 - 1e-12) expect(hits / of).toBeCloseTo(end, 12)
        else expect(Math.abs(hits / of - end) / Math.sqrt((end * (1 - end)) / of)).toBeCloseTo(1.96, 4)
      }
    }),
  )
})

test('a share of nothing has no interval', () => expect(wilsonInterval(0, 0)).toBeNull())

// The exact interval: 2.5 % of probability beyond each end.
test.each([
  [0, 0, 3.689],
  [5, 1.623, 11.668],
  [20, 12.217, 30.888],
  [132, 110.441, 156.536],
])('a count of %i has the interval %f to %f', (count, low, high) => {
  const interval = poissonInterval(count)
  expect(Math.abs(interval[0] - low)).toBeLessThan(0.05)
  expect(Math.abs(interval[1] - high)).toBeLessThan(0.05)
})

test('quantiles lie between neighbours', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
  expect(quantile([5, 1], 0.9)).toBeCloseTo(4.6, 9)
  expect(quantile([7], 0.9)).toBe(7)
  expect(quantile([], 0.5)).toBeNull()
})

test('the length of a union equals its number of moments', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 }))
    .map(([from, length]) => ({ from, to: from + length }))
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const covered = Array.from({ length: 60 }, (_, at) =>
        spans.some(({ from, to }) => at >= from && at < to),
      )
      expect(unionLength(spans)).toBe(covered.filter(Boolean).length)
    }),
  )
})

test('clipping keeps the part inside', () => {
  const others = [
    { from: 0, to: 5 },
    { from: 8, to: 20 },
    { from: 10, to: 12 },
  ]
  expect(clip({ from: 3, to: 10 }, others)).toEqual([
    { from: 3, to: 5 },
    { from: 8, to: 10 },
  ])
})
