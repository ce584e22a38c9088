import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { median } from '../../src/stats/median.ts'

// Adding 0 makes −0 an ordinary zero: the two have no order.
const number = fc.double({ noNaN: true }).map((x) => x + 0)
// Also few distinct values: ties are a common source of quickselect bugs.
const lists = fc.array(fc.oneof(fc.integer({ min: -2, max: 2 }), number), { maxLength: 300 })

describe('median', () => {
  test('is the middle of the sorted list, the lower of two', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const sorted = Float64Array.from(list).sort()
        const middle = median(Float64Array.from(list), list.length)
        expect(middle).toBe(list.length === 0 ? 0 : sorted[(list.length - 1) >> 1])
      }),
      { numRuns: 500 },
    )
  })

  test('uses only the first `size` values and keeps all values', () => {
    fc.assert(
      fc.property(lists, fc.array(number, { minLength: 1 }), (list, beyond) => {
        const values = Float64Array.from([...list, ...beyond])
        expect(median(values, list.length)).toBe(median(Float64Array.from(list), list.length))
        expect([...values.subarray(0, list.length).sort()]).toEqual([...Float64Array.from(list).sort()])
        expect([...values.subarray(list.length)]).toEqual(beyond)
      }),
    )
  })
})
