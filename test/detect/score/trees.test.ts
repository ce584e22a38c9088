import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tree } from '../../../src/detect/score/tree.ts'
import { sumTrees } from '../../../src/detect/score/trees.ts'

const features = ['a', 'b', 'c']

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.double({ min: -2, max: 2, noNaN: true }),
    fc.tuple(fc.nat({ max: 2 }), fc.float({ noNaN: true, min: -5, max: 5 }), tie('tree'), tie('tree')),
  ),
}))

/** Reference implementation: the leaf of a row, recursively. */
function naive(tree: Tree, row: Float32Array): number {
  if (typeof tree === 'number') return tree
  const [feature, threshold, left, right] = tree
  return row[feature]! > threshold ? naive(right, row) : naive(left, row)
}

test('the sum of trees is the bias plus one leaf of each tree', () => {
  const value = fc.float({ noNaN: true, min: -5, max: 5 })
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), fc.tuple(value, value, value), (trees, values) => {
      const row = Float32Array.from(values)
      const expected = trees.reduce<number>((sum, each) => sum + naive(each, row), 0.5)
      expect(sumTrees({ features, bias: 0.5, trees }, row)).toBeCloseTo(expected, 9)
    }),
  )
})
