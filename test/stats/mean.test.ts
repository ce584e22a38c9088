import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyMeans, growMeans, type Means, pushMean, pushZeros } from '../../src/stats/mean.ts'

const alphas = fc.double({ min: 1e-4, max: 0.5, noNaN: true })
const values = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 300 })

/** The row of interest, between two others. */
const row = 1

const means = (value = 0, n = 0): Means => {
  const made = emptyMeans()
  growMeans(made, 3, value, n)
  return made
}

const meansOf = (list: readonly number[], alpha: number): Means => {
  const made = means()
  for (const x of list) pushMean(made, row, x, alpha)
  return made
}

const meanOf = ({ value, n }: Means) => ({ value: value[row]!, n: n[row]! })

describe('mean', () => {
  test('is the arithmetic mean at first', () => {
    fc.assert(
      fc.property(values, (list) => {
        const mean = meanOf(meansOf(list, 1e-6))
        const batch = list.length === 0 ? 0 : list.reduce((sum, x) => sum + x, 0) / list.length
        expect(Math.abs(mean.value - batch)).toBeLessThanOrEqual(1e-9 * (1 + batch))
        expect(mean.n).toBe(list.length)
      }),
    )
  })

  test('is an exponentially weighted mean later', () => {
    fc.assert(
      fc.property(alphas, fc.double({ min: 0, max: 1e6, noNaN: true }), values, (alpha, start, list) => {
        const grown = means(start, Math.ceil(1 / alpha))
        for (const x of list) pushMean(grown, row, x, alpha)
        const mean = meanOf(grown)
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

  test('adding many zeros at once equals adding them one by one', () => {
    fc.assert(
      fc.property(values, alphas, fc.nat(20_000), (list, alpha, times) => {
        const [zeros, single] = [meansOf(list, alpha), meansOf(list, alpha)]
        pushZeros(zeros, row, times, alpha)
        for (let i = 0; i < times; i++) pushMean(single, row, 0, alpha)
        const [atOnce, oneByOne] = [meanOf(zeros), meanOf(single)]
        expect(atOnce.n).toBe(oneByOne.n)
        expect(Math.abs(atOnce.value - oneByOne.value)).toBeLessThanOrEqual(1e-9 * (1 + oneByOne.value))
      }),
      { numRuns: 50 },
    )
  })

  test('stays within the range of its values and survives structuredClone', () => {
    fc.assert(
      fc.property(values, values, alphas, (before, after, alpha) => {
        const whole = meansOf([...before, ...after], alpha)
        const resumed = structuredClone(meansOf(before, alpha))
        for (const x of after) pushMean(resumed, row, x, alpha)
        expect(resumed).toEqual(whole)
        // The other rows have no values.
        expect([whole.value[0], whole.value[2], whole.n[0], whole.n[2]]).toEqual([0, 0, 0, 0])
        const mean = meanOf(whole)
        expect(mean.value).toBeGreaterThanOrEqual(0)
        expect(mean.value).toBeLessThanOrEqual(Math.max(0, ...before, ...after) * (1 + 1e-12))
      }),
    )
  })
})
