import { expect, test } from 'vitest'
import { logistic } from '../../../../tools/train/fit/logistic.ts'

/** Rows whose label follows the model 0.5 + 2·a − 1·b; c is noise. Deterministic. */
function drawn(size: number) {
  let seed = 1
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
  const columns = [0, 1, 2].map(() => Float32Array.from({ length: size }, () => random() * 4 - 2))
  const label = Uint8Array.from({ length: size }, (_, row) => {
    const z = 0.5 + 2 * columns[0]![row]! - columns[1]![row]!
    return random() < 1 / (1 + Math.exp(-z)) ? 1 : 0
  })
  return { names: ['a', 'b', 'c'], columns, label, weight: new Float64Array(size).fill(1) }
}

test('finds the model that generated the labels', () => {
  const { bias, slopes } = logistic(drawn(20_000), [0, 0, 0], 1)
  expect(bias).toBeCloseTo(0.5, 0)
  expect(slopes[0]).toBeCloseTo(2, 0)
  expect(slopes[1]).toBeCloseTo(-1, 0)
  expect(Math.abs(slopes[2]!)).toBeLessThan(0.1)
})

test('a slope against its direction is exactly 0', () => {
  const { slopes } = logistic(drawn(5000), [1, 1, 0], 1)
  expect(slopes[0]).toBeGreaterThan(1)
  expect(slopes[1]).toBe(0)
})

test('a constant feature has no effect', () => {
  const table = drawn(2000)
  const flat = { ...table, columns: [...table.columns.slice(0, 2), new Float32Array(2000).fill(7)] }
  expect(logistic(flat, [0, 0, 0], 1).slopes[2]).toBeCloseTo(0, 6)
})

test('a stronger ridge gives smaller slopes', () => {
  const table = drawn(2000)
  const slope = (ridge: number) => Math.abs(logistic(table, [0, 0, 0], ridge).slopes[0]!)
  expect(slope(1000)).toBeLessThan(slope(1))
})
