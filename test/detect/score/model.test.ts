import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import trained from '../../../src/detect/score/model.json' with { type: 'json' }
import { type FeedModel, shippedModel } from '../../../src/detect/score/model.ts'
import { features } from '../../../src/detect/signs/registry.ts'
import type { Tree } from '../../../src/detect/score/tree.ts'
import { sumTrees } from '../../../src/detect/score/trees.ts'
import { monotoneOf, feedTrainings } from '../../../tools/train/feed-trainings.ts'

const models = Object.entries<FeedModel>(shippedModel.feeds)

/** Every threshold of a feature in a tree: the values at which its score can change. */
function thresholdsOf(tree: Tree, feature: number): number[] {
  if (typeof tree === 'number') return []
  const [at, threshold, left, right] = tree
  const below = [...thresholdsOf(left, feature), ...thresholdsOf(right, feature)]
  return at === feature ? [threshold, ...below] : below
}

describe.each(models)('the model of %s', (feed, model) => {
  test('has only features of the signs, and only those that its feed carries', () => {
    for (const name of model.features) {
      const feature = features.find((known) => known.name === name)
      expect(feature, name).toBeDefined()
      if (feed !== 'tape') expect(feature!.tape, name).toBe(false)
      if (feed !== 'tape' && feed !== 'screen') expect(name).not.toMatch(/count/i)
      expect(name).not.toBe('sinceFullHour')
    }
  })

  test('never scores a stronger sign lower', () => {
    const values = model.features.map((_, feature) =>
      model.trees.flatMap((tree) => thresholdsOf(tree, feature)).sort((a, b) => a - b),
    )
    const rows = fc.tuple(...values.map((known) => fc.constantFrom(...(known.length > 0 ? known : [0]), 1e6)))
    const monotone = [...monotoneOf(model.features).entries()].flatMap(([at, sign]) =>
      sign === 1 ? [at] : [],
    )
    fc.assert(
      fc.property(rows, fc.constantFrom(...monotone), fc.nat(), (row, feature, step) => {
        const above = values[feature]!.filter((value) => value > row[feature]!)
        const raised = row.with(feature, above.length > 0 ? above[step % above.length]! : 1e6)
        const [before, after] = [row, raised].map((each) => sumTrees(model, Float32Array.from(each)))
        expect(after!).toBeGreaterThanOrEqual(before! - 1e-9)
      }),
      { numRuns: 300 },
    )
  })

  test('has higher thresholds for higher tiers, and Danger for trades only', () => {
    const { notice, warning, danger = Infinity } = model.thresholds
    expect(notice!).toBeLessThan(warning!)
    expect(warning!).toBeLessThan(danger)
    expect(Number.isFinite(danger)).toBe(feed === 'tape')
  })
})

test('every trained feed has a model', () => {
  expect(models.map(([feed]) => feed).sort()).toEqual(feedTrainings.map(({ feed }) => feed).sort())
})

test('the file has its provenance and is small', () => {
  const { provenance } = trained
  expect(provenance).toMatchObject({ command: 'npm run train', events: 137 })
  expect(Object.keys(provenance.unseenCoins).sort()).toEqual(models.map(([feed]) => feed).sort())
  const size = readFileSync(new URL('../../../src/detect/score/model.json', import.meta.url)).length
  expect(size).toBeLessThan(60_000)
})
