import { describe, expect, test } from 'vitest'
import { sparkShape } from '../../../src/ui/card/spark-shape.ts'
import { dump, episode, incident } from '../../../tools/examples/made-up.ts'

const small = { width: 64, height: 30, big: false }
const big = { width: 346, height: 90, big: true }
const numbers = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)

describe('sparkShape', () => {
  test.each([
    ['a pump', episode()],
    ['a dump', dump()],
    ['a stray print', incident()],
    ['no line yet', episode({ line: { values: [], stepMs: 0, start: 0 } })],
    ['one level', episode({ line: { values: [2, 2, 2], stepMs: 1_000, start: 1 } })],
    ['a start beyond the line', episode({ line: { values: [1, 2, 3], stepMs: 1_000, start: 9 } })],
  ])('keeps %s within its size', (_, each) => {
    for (const size of [small, big]) {
      const { before, since, floor } = sparkShape(each, size)
      for (const [x, y] of [...numbers(before), ...numbers(since)]) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(size.width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(floor)
      }
    }
  })

  test('does not scale to a stray print in the line', () => {
    const clean = incident()
    const values = [...clean.line.values]
    values[values.length - 3] = 96
    const shape = sparkShape({ ...clean, line: { ...clean.line, values } }, big)
    const [, lowest] = numbers(shape.before)[0]!
    const [, last] = numbers(shape.since).at(-1)!
    const { before, since } = sparkShape(clean, big)
    expect(lowest).toBeCloseTo(numbers(before)[0]![1], 0)
    expect(last).toBeCloseTo(numbers(since).at(-1)![1], 0)
  })

  test('joins the paths before and since at the start', () => {
    const { before, since, start } = sparkShape(episode(), big)
    expect(numbers(before).at(-1)).toEqual(numbers(since)[0])
    expect(numbers(since)[0]![0]).toBeCloseTo(start.x, 0)
  })

  test('marks a past peak, but not one at the last point', () => {
    const past = sparkShape(episode(), big)
    expect(past.peak?.x).toBeCloseTo(past.now.x - 7 * ((346 - 8) / (episode().line.values.length - 1)), 0)
    expect(sparkShape(episode({ peakAt: episode().updatedAt }), big).peak).toBeNull()
  })

  test('does not mark a stray print before the line', () => {
    const old = incident()
    expect(sparkShape(old, big).strayPrint).not.toBeNull()
    const gone = { ...old, strayPrint: { ...old.strayPrint!, at: 0 } }
    expect(sparkShape(gone, big).strayPrint).toBeNull()
  })

  test('draws a higher price higher', () => {
    const { since } = sparkShape(episode({ line: { values: [1, 2, 3], stepMs: 1, start: 0 } }), big)
    const ys = numbers(since).map(([, y]) => y)
    expect(ys).toEqual([...ys].sort((a, b) => b - a))
    expect(new Set(ys).size).toBe(3)
  })
})
