import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sensitivityShift, shiftOf } from '../../src/detect/sensitivity.ts'
import type { Episode } from '../../src/market/episode.ts'
import { tierRank } from '../../src/market/tier.ts'
import { DrawnFeed, drawnSymbols } from './drawn/drawn-feed.ts'
import { seeded } from '../../tools/examples/seeded.ts'

/** The loudest tier (0 none) of a rise to a multiple of the price; `between` is done to the feed in its middle. */
function rise(to: number, shift: number, between: (feed: DrawnFeed) => void = () => undefined): number {
  const feed = new DrawnFeed(drawnSymbols(3))
  feed.engine.scoring.shift = shift
  feed.calm(3600, seeded(5))
  for (let i = 1; i <= 40; i++) {
    if (i === 20) between(feed)
    feed.frame(1000, [
      { symbol: 'SYSUSDT', price: 100 * (1 + ((to - 1) * i) / 40), turnover: 20_000, count: 40 },
    ])
  }
  return Math.max(0, ...feed.changes.map(({ tier }: Episode) => tierRank(tier)))
}

test('names keep their steps, a custom one is its own, and what is no number moves nothing', () => {
  expect(shiftOf({ kind: 'balanced' })).toBe(0)
  for (const kind of ['quiet', 'sensitive'] as const) expect(shiftOf({ kind })).toBe(sensitivityShift[kind])
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (shift) => {
      expect(shiftOf({ kind: 'custom', shift })).toBe(shift)
    }),
  )
  expect(shiftOf({ kind: 'custom', shift: NaN })).toBe(0)
})

test('any shift moves every threshold: the drawn model speaks at 1, and says 2 beyond eight percent', () => {
  expect([-0.5, 0, 0.5, 1, 1.5].map((shift) => rise(1.05, shift))).toEqual([1, 1, 0, 0, 0])
  expect([-0.5, 0, 0.5, 1, 1.5].map((shift) => rise(1.15, shift))).toEqual([2, 2, 1, 1, 0])
})

test('it may be changed on a running engine between any two frames', () => {
  expect(rise(1.15, 5)).toBe(0)
  expect(rise(1.15, 5, (feed) => (feed.engine.scoring.shift = 0))).toBe(2)
  expect(rise(1.15, 0, (feed) => (feed.engine.scoring.shift = 5))).toBe(1)
})
