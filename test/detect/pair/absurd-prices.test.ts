import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DrawnFeed } from '../drawn/drawn-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

const symbol = 'SYSUSDT'
const length = 240

/** A calm series of one deal a second; at `absurdAt` (or nowhere) one print at `factor` times the price. */
function play(seed: number, absurdAt: number, factor: number) {
  const feed = new DrawnFeed([symbol])
  const random = seeded(seed)
  let price = 100
  for (let i = 0; i < length; i++) {
    price *= 1 + (random() - 0.5) / 2000
    const print = i === absurdAt ? price * factor : price
    const turnover = 50 + 100 * random()
    feed.frame(1000, [{ symbol, price: print, turnover: i === absurdAt ? print : turnover }])
  }
  const { tables, row, last } = feed.engine.data.pairs.get(symbol)!
  const { baseline, slowPrice } = tables
  const variance = baseline.variance.value[row]!
  const minutes = [...baseline.waitingTurnover, baseline.minuteTurnover[row]!]
  return { feed, variance, minutes, slowPrice: slowPrice[row]!, last }
}

describe('one absurd price in a calm series', () => {
  // A print within the factor of three is an ordinary hop of a thin market: what is absurd begins beyond.
  const exponents = fc
    .double({ min: 0.6, max: 12, noNaN: true })
    .chain((size) => fc.constantFrom(size, -size))

  test('is exactly one stray print, at every point and of every size', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: length - 2 }), exponents, (seed, at, exponent) => {
        const { feed } = play(seed + 1, at, 10 ** exponent)
        const prints = feed.changes.filter(({ strayPrint }) => strayPrint !== null)
        expect(new Set(feed.changes.map(({ id }) => id)).size).toBe(1)
        expect(prints[0]).toMatchObject({ kind: 'stray-print', tier: 'danger' })
        expect(prints.at(-1)!.strayPrint!.times).toBe(1)
      }),
      { numRuns: 60 },
    )
  })

  test('moves no baseline: what is usual, the slow price and the last price are as without it', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: length - 2 }), exponents, (seed, at, exponent) => {
        const disturbed = play(seed + 1, at, 10 ** exponent)
        const calm = play(seed + 1, -1, 1)
        expect(disturbed.last / calm.last).toBeCloseTo(1, 2)
        expect(disturbed.slowPrice).toBeCloseTo(calm.slowPrice, 2)
        expect(disturbed.variance / calm.variance).toBeCloseTo(1, 1)
        // The print's own turnover is no part of the pair's market; a second's deal is missing instead.
        const most = Math.max(...disturbed.minutes)
        expect(most).toBeLessThanOrEqual(60 * 150)
      }),
      { numRuns: 30 },
    )
  })
})
