import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlap, clampTo, type Box } from '../../../src/content/placement/box.ts'
import { maxRegions, mergeRegions } from '../../../src/content/placement/merge-regions.ts'
import { tallestSpan } from '../../../src/content/placement/tallest-span.ts'
import { freePosition } from '../../../src/content/placement/free-position.ts'

const frame = { width: 1_440, height: 860 }
const form: Box = { left: 1_138, top: 112, width: 294, height: 740 }
const card = { width: 376, height: 560 }
const box = fc.record({
  left: fc.integer({ min: -100, max: 1_500 }),
  top: fc.integer({ min: -100, max: 900 }),
  width: fc.integer({ min: 1, max: 400 }),
  height: fc.integer({ min: 1, max: 400 }),
})

describe('freePosition', () => {
  test('keeps the wanted position if it is free', () => {
    expect(freePosition({ left: 12, top: 156, ...card }, [form], frame)).toEqual({
      left: 12,
      top: 156,
      free: true,
    })
  })

  test('moves off the order form by the shortest distance', () => {
    expect(freePosition({ left: 1_100, top: 156, ...card }, [form], frame)).toEqual({
      left: 754,
      top: 156,
      free: true,
    })
  })

  test('stays inside the window', () => {
    expect(freePosition({ left: 9_999, top: -50, ...card }, [], frame)).toEqual({
      left: 1_064,
      top: 0,
      free: true,
    })
  })

  test('covers the least if no position is free, and reports that', () => {
    const narrow = { width: 500, height: 600 }
    const left = { left: 0, top: 0, width: 260, height: 600 }
    expect(freePosition({ left: 0, top: 20, ...card }, [left], narrow)).toEqual({
      left: 124,
      top: 20,
      free: false,
    })
  })

  test('covers nothing if it is free, and never more than the wanted position', () => {
    fc.assert(
      fc.property(box, fc.array(box, { maxLength: 4 }), (wanted, taken) => {
        const covered = (at: Box) => taken.reduce((sum, each) => sum + overlap(at, each), 0)
        const { left, top, free } = freePosition(wanted, taken, frame)
        const there = { ...wanted, left, top }
        expect(covered(there) === 0).toBe(free)
        expect(covered(there)).toBeLessThanOrEqual(covered(clampTo(wanted, frame)))
        expect(
          left >= 0 && top >= 0 && left + wanted.width <= frame.width && top + wanted.height <= frame.height,
        ).toBe(true)
      }),
    )
  })

  test('no position is nearer that covers as little', () => {
    // As it is defined: all candidates, in any order.
    const nearest = (wanted: Box, taken: readonly Box[]) => {
      const start = clampTo(wanted, frame)
      const lefts = [start.left, ...taken.flatMap((b) => [b.left - start.width - 8, b.left + b.width + 8])]
      const tops = [start.top, ...taken.flatMap((b) => [b.top - start.height - 8, b.top + b.height + 8])]
      const costs = lefts.flatMap((left) =>
        tops.map((top) => {
          const at = clampTo({ ...start, left, top }, frame)
          const covered = taken.reduce((sum, each) => sum + overlap(at, each), 0)
          return [covered, Math.hypot(at.left - start.left, at.top - start.top)] as const
        }),
      )
      return costs.reduce((a, b) => (b[0] < a[0] || (b[0] === a[0] && b[1] < a[1]) ? b : a))
    }
    fc.assert(
      fc.property(box, fc.array(box, { maxLength: 6 }), (wanted, taken) => {
        const start = clampTo(wanted, frame)
        const { left, top } = freePosition(wanted, taken, frame)
        const covered = taken.reduce((sum, each) => sum + overlap({ ...start, left, top }, each), 0)
        expect([covered, Math.hypot(left - start.left, top - start.top)]).toEqual(nearest(wanted, taken))
      }),
    )
  })

  test('compares boxes a bounded number of times, however the page is cut up', () => {
    let compared = 0
    // A chessboard without room for a card: no position is free, and none can be left out.
    const regions = Array.from({ length: 3_000 }, (_, i) => {
      const [column, row] = [i % 60, Math.floor(i / 60)]
      return { left: column * 24 + (row % 2) * 3, top: row * 17, width: 20, height: 9 + (i % 3) }
    })
    const taken = mergeRegions(regions).map((each) => ({
      ...each,
      get left() {
        compared++
        return each.left
      },
    }))
    expect(taken.length).toBeLessThanOrEqual(maxRegions)
    freePosition({ left: 12, top: 156, ...card }, taken, frame)
    expect(compared).toBeLessThan(2_000_000)
  })
})

describe('tallestSpan', () => {
  test('is the height of a card that finds room', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 6 }), (taken) => {
        const span = tallestSpan(card.width, taken, frame)
        const isFree = (height: number) =>
          freePosition({ left: 0, top: 0, width: card.width, height }, taken, frame).free
        if (span > 0) expect(isFree(span)).toBe(true)
      }),
    )
  })

  test('is the whole window beside an order form, and what is left above one that fills the width', () => {
    expect(tallestSpan(card.width, [form], frame)).toBe(frame.height)
    const wide = { left: 0, top: 500, width: frame.width, height: 300 }
    expect(tallestSpan(card.width, [wide], frame)).toBe(492)
  })
})

describe('mergeRegions', () => {
  const rows = Array.from({ length: 600 }, (_, i) => ({
    left: 900 + (i % 2) * 250,
    top: 60 + (i >> 1) * 2.7,
    width: 240,
    height: 1.7,
  }))

  test('joins the rows of an order book', () => {
    expect(mergeRegions(rows)).toEqual(
      [900, 1_150].map((left) => ({ left, top: 60, width: 240, height: expect.closeTo(809, 6) as number })),
    )
  })

  test('removes what lies inside another, and keeps the largest', () => {
    const inside = { left: 1_200, top: 300, width: 20, height: 20 }
    expect(mergeRegions([inside, form])).toEqual([form])
    const many = Array.from({ length: 500 }, (_, i) => ({ left: i * 50, top: 0, width: 40, height: 10 + i }))
    expect(mergeRegions(many)).toEqual(many.slice(-maxRegions).reverse())
  })
})

test('touching boxes do not overlap', () => {
  expect(overlap({ left: 0, top: 0, width: 10, height: 10 }, { left: 10, top: 0, width: 5, height: 5 })).toBe(
    0,
  )
  expect(overlap({ left: 0, top: 0, width: 10, height: 10 }, { left: 8, top: 9, width: 5, height: 5 })).toBe(
    2,
  )
})
