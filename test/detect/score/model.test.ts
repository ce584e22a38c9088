import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import trained from '../../../src/detect/score/model.json' with { type: 'json' }
import { feedOf, typicalSpacing } from '../../../src/detect/pair/feed.ts'
import { type FeedModel, shippedModel } from '../../../src/detect/score/model.ts'
import { emptyPair } from '../../../src/detect/pair/pair-state.ts'
import { features } from '../../../src/detect/signs/registry.ts'
import { emptyTables } from '../../../src/detect/pair/tables.ts'
import { emptyTape } from '../../../src/detect/trades/tape.ts'
import type { Tree } from '../../../src/detect/score/tree.ts'
import { sumTrees } from '../../../src/detect/score/trees.ts'
import { monotoneOf, feedTrainings } from '../../../tools/train/feed-trainings.ts'

const models = Object.entries<FeedModel>(shippedModel.feeds)

/** Thresholds of a feature anywhere in the trees: where a change of it can change anything. */
function thresholdsOf(tree: Tree, feature: number): number[] {
  if (typeof tree === 'number') return []
  const [at, threshold, left, right] = tree
  const below = [...thresholdsOf(left, feature), ...thresholdsOf(right, feature)]
  return at === feature ? [threshold, ...below] : below
}

describe.each(models)('the model of %s', (feed, model) => {
  test('knows only features that a sign has, and of a ticker only what a ticker tells', () => {
    for (const name of model.features) {
      const feature = features.find((known) => known.name === name)
      expect(feature, name).toBeDefined()
      if (feed !== 'tape') expect(feature!.tape, name).toBe(false)
      if (feed !== 'tape' && feed !== 'screen') expect(name).not.toMatch(/count/i)
      expect(name).not.toBe('sinceFullHour')
    }
  })

  test('never scores a louder sign lower', () => {
    const values = model.features.map((_, feature) =>
      model.trees.flatMap((tree) => thresholdsOf(tree, feature)).sort((a, b) => a - b),
    )
    const rows = fc.tuple(...values.map((known) => fc.constantFrom(...(known.length > 0 ? known : [0]), 1e6)))
    const louder = [...monotoneOf(model.features).entries()].flatMap(([at, sign]) => (sign === 1 ? [at] : []))
    fc.assert(
      fc.property(rows, fc.constantFrom(...louder), fc.nat(), (row, feature, step) => {
        const above = values[feature]!.filter((value) => value > row[feature]!)
        const raised = row.with(feature, above.length > 0 ? above[step % above.length]! : 1e6)
        const [before, after] = [row, raised].map((each) => sumTrees(model, Float32Array.from(each)))
        expect(after!).toBeGreaterThanOrEqual(before! - 1e-9)
      }),
      { numRuns: 300 },
    )
  })

  test('begins its tiers in their order', () => {
    const { notice, warning, danger = Infinity } = model.thresholds
    expect(notice!).toBeLessThan(warning!)
    expect(warning!).toBeLessThan(danger)
    expect(Number.isFinite(danger)).toBe(feed === 'tape')
  })
})

test('there is a model for every feed that can be told, and each was trained for', () => {
  expect(models.map(([feed]) => feed).sort()).toEqual(feedTrainings.map(({ feed }) => feed).sort())
})

test('the file says where it comes from and is small', () => {
  const { provenance } = trained
  expect(provenance).toMatchObject({ command: 'npm run train', events: 137 })
  expect(Object.keys(provenance.unseenCoins).sort()).toEqual(models.map(([feed]) => feed).sort())
  const size = readFileSync(new URL('../../../src/detect/score/model.json', import.meta.url)).length
  expect(size).toBeLessThan(60_000)
})

test('the feed is told by trades, spacing and count', () => {
  const pair = emptyPair('SYSBTC', emptyTables())
  expect([1000, 5000, 10_000, 60_000].map((spacing) => feedOf(pair, spacing))).toEqual([
    'screenNoCount',
    'poll5',
    'poll10',
    'poll60',
  ])
  pair.tables.rolling.count[pair.row] = 7
  expect(feedOf(pair, 1000)).toBe('screen')
  pair.tape = emptyTape()
  expect(feedOf(pair, 60_000)).toBe('tape')
})

test('the typical spacing begins with the first and follows a change of pace', () => {
  let spacing = typicalSpacing(0, 1000)
  expect(spacing).toBe(1000)
  for (let frame = 0; frame < 60; frame++) spacing = typicalSpacing(spacing, 10_000)
  expect(spacing).toBeGreaterThan(9900)
  // One late frame is no other feed.
  expect(typicalSpacing(1000, 10_000)).toBeLessThan(2500)
})
