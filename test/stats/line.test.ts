import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginLine, extendLine, type Line } from '../../src/stats/line.ts'

const stepMs = 10_000
const series = fc.array(
  fc.record({
    after: fc.oneof(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 10_000_000 })),
    value: fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  }),
  { minLength: 1, maxLength: 200 },
)
const capacities = fc.integer({ min: 2, max: 60 })

/** Adds the series to a line that began at 0; calls back after each point. */
function draw(
  list: readonly { after: number; value: number }[],
  capacity: number,
  after: (line: Line, at: number) => void,
) {
  const line = beginLine(0, 1, stepMs)
  let at = 0
  for (const { after: dt, value } of list) {
    at += dt
    extendLine(line, at, value, capacity)
    after(line, at)
  }
  return line
}

describe('line', () => {
  test('is bounded and ends with the latest value', () => {
    fc.assert(
      fc.property(series, capacities, (list, capacity) => {
        let drawn = 0
        draw(list, capacity, (line, at) => {
          expect(line.values.length).toBeLessThanOrEqual(capacity)
          expect(line.values.length).toBe(Math.floor(at / line.stepMs) + 1)
          expect(line.values.at(-1)).toBe(list[drawn++]!.value)
        })
      }),
    )
  })

  test('doubles its spacing only when necessary', () => {
    fc.assert(
      fc.property(series, capacities, (list, capacity) => {
        draw(list, capacity, (line, at) => {
          expect(Number.isInteger(Math.log2(line.stepMs / stepMs))).toBe(true)
          if (line.stepMs > stepMs)
            expect(Math.floor(at / (line.stepMs / 2))).toBeGreaterThanOrEqual(capacity)
          expect(line.beganAt).toBe(0)
        })
      }),
    )
  })

  test('contains only prices that were added', () => {
    fc.assert(
      fc.property(series, capacities, (list, capacity) => {
        const line = draw(list, capacity, () => undefined)
        const seen = new Set([1, ...list.map((point) => point.value)])
        expect(line.values.filter((value) => !seen.has(value))).toEqual([])
      }),
    )
  })

  test('repeats the price in steps without data', () => {
    const line = beginLine(0, 5, 1000)
    extendLine(line, 4500, 8, 60)
    expect(line.values).toEqual([5, 5, 5, 5, 8])
  })

  test('ignores prices before its start', () => {
    const line = beginLine(5000, 5, 1000)
    extendLine(line, 3000, 9, 60)
    expect(line.values).toEqual([5])
  })
})
