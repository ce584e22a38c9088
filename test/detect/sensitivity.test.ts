import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sensitivityShift, shiftOf } from '../../src/detect/sensitivity.ts'
import type { Episode } from '../../src/market/episode.ts'
import { tierRank } from '../../src/market/tier.ts'
import { SyntheticFeed, syntheticSymbols } from './synthetic/synthetic-feed.ts'
import { seeded } from '../../tools/examples/seeded.ts'

/**
 * The highest tier (0 none) of a rise to a multiple of the price; `halfway` is called in the middle of the rise.
 */
function rise(to: number, shift: number, halfway: (feed: SyntheticFeed) => void = () => undefined): number {
  const feed = new SyntheticFeed(syntheticSymbols(3))
  feed.engine.scoring.shift = shift
  feed.calm(3600, seeded(5))
  for (let i = 1; i <= 40; i++) {
    if (i === 20) halfway(feed)
    feed.frame(1000, [
      { symbol: 'SYSUSDT', price: 100 * (1 + ((to - 1) * i) / 40), turnover: 20_000, count: 40 },
    ])
  }
  return Math.max(0, ...feed.changes.map(({ tier }: Episode) => tierRank(tier)))
}

test('each name has its shift, a custom shift is used as it is, and NaN is no shift', () => {
  expect(shiftOf({ kind: 'balanced' })).toBe(0)
  for (const kind of ['quiet', 'sensitive'] as const) expect(shiftOf({ kind })).toBe(sensitivityShift[kind])
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (shift) => {
      expect(shiftOf({ kind: 'custom', shift })).toBe(shift)
    }),
  )
  expect(shiftOf({ kind: 'custom', shift: NaN })).toBe(0)
})

test('a shift moves every threshold: the model scores 1 above 1 % and 2 above 8 %', () => {
  expect([-0.5, 0, 0.5, 1, 1.5].map((shift) => rise(1.05, shift))).toEqual([1, 1, 0, 0, 0])
  expect([-0.5, 0, 0.5, 1, 1.5].map((shift) => rise(1.15, shift))).toEqual([2, 2, 1, 1, 0])
})

test('the shift may change on a running engine between any two frames', () => {
  expect(rise(1.15, 5)).toBe(0)
  expect(rise(1.15, 5, (feed) => (feed.engine.scoring.shift = 0))).toBe(2)
  expect(rise(1.15, 0, (feed) => (feed.engine.scoring.shift = 5))).toBe(1)
})
