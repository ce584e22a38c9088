import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyMean, type Mean, pushMean, pushZeros } from '../../src/stats/mean.ts'

const alphas = fc.double({ min: 1e-4, max: 0.5, noNaN: true })
const values = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 300 })

const meanOf = (list: readonly number[], alpha: number): Mean => {
  const mean = emptyMean()
  for (const x of list) pushMean(mean, x, alpha)
  return mean
}

describe('mean', () => {
  test('is the ordinary mean while it is young', () => {
    fc.assert(
      fc.property(values, (list) => {
        const mean = meanOf(list, 1e-6)
        const batch = list.length === 0 ? 0 : list.reduce((sum, x) => sum + x, 0) / list.length
        expect(Math.abs(mean.value - batch)).toBeLessThanOrEqual(1e-9 * (1 + batch))
        expect(mean.n).toBe(list.length)
      }),
    )
  })

  test('forgets with its weight once it is grown', () => {
    fc.assert(
      fc.property(alphas, fc.double({ min: 0, max: 1e6, noNaN: true }), values, (alpha, start, list) => {
        const mean: Mean = { value: start, n: Math.ceil(1 / alpha) }
        for (const x of list) pushMean(mean, x, alpha)
        // The batch form: Σ α(1−α)^age · x, and what is left of the start.
        const age = list.length
        const batch = list.reduce(
          (sum, x, i) => sum + alpha * (1 - alpha) ** (age - 1 - i) * x,
          start * (1 - alpha) ** age,
        )
        expect(Math.abs(mean.value - batch)).toBeLessThanOrEqual(1e-9 * (1 + batch))
      }),
    )
  })

  test('takes many zeros at once as it takes them one by one', () => {
    fc.assert(
      fc.property(values, alphas, fc.nat(20_000), (list, alpha, times) => {
        const atOnce = meanOf(list, alpha)
        pushZeros(atOnce, times, alpha)
        const oneByOne = meanOf(list, alpha)
        for (let i = 0; i < times; i++) pushMean(oneByOne, 0, alpha)
        expect(atOnce.n).toBe(oneByOne.n)
        expect(Math.abs(atOnce.value - oneByOne.value)).toBeLessThanOrEqual(1e-9 * (1 + oneByOne.value))
      }),
      { numRuns: 50 },
    )
  })

  test('stays within what it has seen and survives structuredClone', () => {
    fc.assert(
      fc.property(values, values, alphas, (before, after, alpha) => {
        const mean = meanOf([...before, ...after], alpha)
        const resumed = structuredClone(meanOf(before, alpha))
        for (const x of after) pushMean(resumed, x, alpha)
        expect(resumed).toEqual(mean)
        expect(mean.value).toBeGreaterThanOrEqual(0)
        expect(mean.value).toBeLessThanOrEqual(Math.max(0, ...before, ...after) * (1 + 1e-12))
      }),
    )
  })
})
