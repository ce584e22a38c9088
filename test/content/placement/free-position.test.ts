import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlap, clampTo, type Box } from '../../../src/content/placement/box.ts'
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
})

test('touching boxes do not overlap', () => {
  expect(overlap({ left: 0, top: 0, width: 10, height: 10 }, { left: 10, top: 0, width: 5, height: 5 })).toBe(
    0,
  )
  expect(overlap({ left: 0, top: 0, width: 10, height: 10 }, { left: 8, top: 9, width: 5, height: 5 })).toBe(
    2,
  )
})
