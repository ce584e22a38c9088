import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tree } from '../../../../src/detect/score/tree.ts'
import { sumTrees } from '../../../../src/detect/score/trees.ts'
import { seeded } from '../../../../tools/examples/seeded.ts'
import { boost, type TrainingTable } from '../../../../tools/train/fit/boost.ts'
import type { Growth } from '../../../../tools/train/fit/growth.ts'

const growth: Growth = { trees: 20, leaves: 6, rate: 0.2, l2: 1, minRows: 10 }

/** Rows of three features in 0…1 with a label. */
function drawn(seed: number, label: (row: readonly number[]) => boolean, size = 1000): TrainingTable {
  const random = seeded(seed)
  const rows = Array.from({ length: size }, () => [random(), random(), random()])
  return {
    names: ['a', 'b', 'c'],
    columns: [0, 1, 2].map((feature) => Float32Array.from(rows, (row) => row[feature]!)),
    label: Uint8Array.from(rows, (row) => (label(row) ? 1 : 0)),
    weight: new Float64Array(size).fill(1),
  }
}

const leavesOf = (tree: Tree): number =>
  typeof tree === 'number' ? 1 : leavesOf(tree[2]) + leavesOf(tree[3])

describe('boosted trees', () => {
  test('separate what is separable, also where two features decide together', () => {
    const isIn = ([a, b]: readonly number[]) => a! > 0.5 && b! > 0.3
    const model = boost(drawn(1, isIn), [0, 0, 0], growth)
    const fresh = drawn(2, isIn)
    const wrong = [...fresh.label.keys()].filter((row) => {
      const score = sumTrees(
        model,
        Float32Array.from(fresh.columns, (column) => column[row]!),
      )
      return score > 0 !== (fresh.label[row] === 1)
    })
    expect(wrong.length).toBeLessThan(30)
  })

  test('are the same each time, and no larger than requested', () => {
    const table = drawn(3, ([a, b, c]) => a! + b! > c! + 0.4)
    const model = boost(table, [0, 0, 0], growth)
    expect(boost(table, [0, 0, 0], growth)).toEqual(model)
    expect(model.trees).toHaveLength(growth.trees)
    expect(Math.max(...model.trees.map(leavesOf))).toBeLessThanOrEqual(growth.leaves)
  })

  test('never lower the score for a larger value of a monotone feature, whatever the data', () => {
    // The data contradict the constraint, with noise.
    const noise = seeded(7)
    const model = boost(
      drawn(4, ([a, b]) => a! < b! !== noise() < 0.2),
      [1, 0, -1],
      growth,
    )
    const unit = fc.float({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(unit, unit, unit, unit, (a, b, c, other) => {
        const score = (...row: number[]) => sumTrees(model, Float32Array.from(row))
        const [low, high] = [Math.min(a, other), Math.max(a, other)]
        expect(score(high, b, c)).toBeGreaterThanOrEqual(score(low, b, c))
        const [less, more] = [Math.min(c, other), Math.max(c, other)]
        expect(score(a, b, more)).toBeLessThanOrEqual(score(a, b, less))
      }),
      { numRuns: 500 },
    )
  })

  test('respect weights: a row of weight 0 has no effect', () => {
    const table = drawn(5, ([a]) => a! > 0.5)
    const lies = drawn(5, ([a]) => a! <= 0.5)
    const both: TrainingTable = {
      names: table.names,
      columns: table.columns.map((column, at) => Float32Array.from([...column, ...lies.columns[at]!])),
      label: Uint8Array.from([...table.label, ...lies.label]),
      weight: Float64Array.from({ length: 2000 }, (_, row) => (row < 1000 ? 1 : 0)),
    }
    const model = boost(both, [0, 0, 0], growth)
    expect(sumTrees(model, Float32Array.from([0.9, 0.5, 0.5]))).toBeGreaterThan(1)
    expect(sumTrees(model, Float32Array.from([0.1, 0.5, 0.5]))).toBeLessThan(-1)
  })
})
