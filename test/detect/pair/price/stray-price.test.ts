import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SyntheticFeed } from '../../synthetic/synthetic-feed.ts'
import { seeded } from '../../../../tools/examples/seeded.ts'

const symbol = 'SYSUSDT'
const length = 240

/** A calm series of one trade a second; at `strayAt` (−1: never) one print at `factor` times the price. */
function simulate(seed: number, strayAt: number, factor: number) {
  const feed = new SyntheticFeed([symbol])
  const random = seeded(seed)
  let price = 100
  for (let i = 0; i < length; i++) {
    price *= 1 + (random() - 0.5) / 2000
    const print = i === strayAt ? price * factor : price
    const turnover = 50 + 100 * random()
    feed.frame(1000, [{ symbol, price: print, turnover: i === strayAt ? print : turnover }])
  }
  const { tables, row, last } = feed.engine.data.pairs.get(symbol)!
  const { baseline, slowPrice } = tables
  const variance = baseline.variance.value[row]!
  const minutes = [...baseline.waitingTurnover, baseline.minuteTurnover[row]!]
  return { feed, variance, minutes, slowPrice: slowPrice[row]!, last }
}

describe('one stray price in a calm series', () => {
  // Within a factor of three a print is an ordinary move of a thin market.
  const exponents = fc
    .double({ min: 0.6, max: 12, noNaN: true })
    .chain((size) => fc.constantFrom(size, -size))

  test('is exactly one stray print, at any time and of any size', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: length - 2 }), exponents, (seed, at, exponent) => {
        const { feed } = simulate(seed + 1, at, 10 ** exponent)
        const prints = feed.changes.filter(({ strayPrint }) => strayPrint !== null)
        expect(new Set(feed.changes.map(({ id }) => id)).size).toBe(1)
        expect(prints[0]).toMatchObject({ kind: 'stray-print', tier: 'danger' })
        expect(prints.at(-1)!.strayPrint!.times).toBe(1)
      }),
      { numRuns: 60 },
    )
  })

  test('changes neither the baseline nor the slow price nor the last price', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: length - 2 }), exponents, (seed, at, exponent) => {
        const disturbed = simulate(seed + 1, at, 10 ** exponent)
        const calm = simulate(seed + 1, -1, 1)
        expect(disturbed.last / calm.last).toBeCloseTo(1, 2)
        expect(disturbed.slowPrice).toBeCloseTo(calm.slowPrice, 2)
        expect(disturbed.variance / calm.variance).toBeCloseTo(1, 1)
        // The turnover of the print is not counted; the ordinary trade of that second is missing.
        expect(Math.max(...disturbed.minutes)).toBeLessThanOrEqual(60 * 150)
      }),
      { numRuns: 30 },
    )
  })
})
