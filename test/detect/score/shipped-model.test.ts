import { describe, expect, test } from 'vitest'
import type { Feed } from '../../../src/detect/pair/feed.ts'
import { shippedModel } from '../../../src/detect/score/model.ts'
import { features } from '../../../src/detect/signs/registry.ts'
import type { Tree } from '../../../src/detect/score/tree.ts'
import { tierRank, tiers } from '../../../src/market/tier.ts'
import { SyntheticFeed, syntheticSymbols } from '../synthetic/synthetic-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { simulatePump } from '../synthetic/simulate-pump.ts'

const feeds: readonly Feed[] = ['tape', 'screen', 'screenNoCount', 'poll5', 'poll10', 'poll60']

/** Feature index and threshold of every fork of a tree. */
function forksOf(tree: Tree): { feature: number; threshold: number }[] {
  if (typeof tree === 'number') return []
  const [feature, threshold, left, right] = tree
  return [{ feature, threshold }, ...forksOf(left), ...forksOf(right)]
}

describe.each(feeds)('the shipped model for %s', (feed) => {
  const model = shippedModel.feeds[feed]

  test('uses only features of the signs that the feed carries', () => {
    for (const name of model.features) {
      const known = features.find((feature) => feature.name === name)
      expect(known, name).toBeDefined()
      if (feed !== 'tape') expect(known!.tape, name).toBe(false)
    }
  })

  test('forks only at its own features and at finite thresholds', () => {
    for (const { feature, threshold } of model.trees.flatMap(forksOf)) {
      expect(model.features[feature]).toBeDefined()
      expect(Number.isFinite(threshold)).toBe(true)
    }
  })

  test('has higher thresholds for higher tiers', () => {
    const thresholds = tiers.flatMap((tier) => model.thresholds[tier] ?? [])
    expect(thresholds.length).toBeGreaterThan(0)
    expect(thresholds).toEqual([...thresholds].sort((a, b) => a - b))
  })
})

test.each([true, false])(
  'the shipped model makes a synthetic pump at least a Warning (followed: %s)',
  (isFollowed) => {
    const feed = new SyntheticFeed(syntheticSymbols(5), shippedModel)
    feed.calm(7200, seeded(1))
    expect(feed.changes).toEqual([])
    simulatePump(feed, 'SYSUSDT', 100, isFollowed)
    expect(new Set(feed.changes.map(({ id }) => id)).size).toBe(1)
    expect(Math.max(...feed.changes.map(({ tier }) => tierRank(tier)))).toBeGreaterThanOrEqual(2)
  },
)
