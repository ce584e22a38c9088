import { describe, expect, test } from 'vitest'
import { UsageError } from '../../../tools/command-line.ts'
import { figures } from '../../../tools/bench/figures.ts'
import { measuredOf, table } from '../../../tools/bench/measured.ts'
import { options } from '../../../tools/bench/options.ts'
import { race, type Stopwatch } from '../../../tools/bench/stopwatch.ts'

describe('every figure', () => {
  // Small and cold: what comes out says nothing of cost, only that the figure can be had.
  const small = { pairs: 20, rounds: 2, warmUp: 1 }

  // Those of a browser are its own proof: they fail where there is nothing to measure.
  const alone = figures.filter(({ browser }) => !browser)
  test.each(alone.map((figure) => [figure.id, figure] as const))(
    '%s is measured and reported',
    async (_, figure) => {
      const measured = measuredOf(figure, await figure.measure(small))
      const { median, min, max, ...about } = measured
      expect(Object.keys(measured)).toEqual(['id', 'median', 'min', 'max', 'unit', 'goal', 'better'])
      expect(about).toEqual({ id: figure.id, unit: figure.unit, goal: figure.goal, better: 'lower' })
      // A heap of other tests' making shrinks as it likes.
      const least = figure.id === 'screen-state-bytes' ? -Infinity : 0
      expect([min, median, max].every((value) => Number.isFinite(value) && value > least)).toBe(true)
      expect(min).toBeLessThanOrEqual(median)
      expect(median).toBeLessThanOrEqual(max)
      expect(table([measured])).toMatch(/^[✓✗] .*\n$/)
    },
    30_000,
  )

  test('has a name of its own', () => {
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
  })
})

test('both sides of a race are given the same, each of them first in turn', () => {
  const calls: string[] = []
  const watch: Stopwatch = { ours: 0, floor: 0 }
  for (const turn of [0, 1])
    race(
      watch,
      turn,
      turn,
      (input) => calls.push(`ours ${input}`),
      (input) => calls.push(`floor ${input}`),
    )
  expect(calls).toEqual(['floor 0', 'ours 0', 'ours 1', 'floor 1'])
})

test('a figure can be asked for by its id, and by nothing else', () => {
  expect(options([]).figures).toEqual(figures)
  expect(options(['--only', 'screen-ratio', '--json'])).toMatchObject({
    json: true,
    figures: [{ id: 'screen-ratio' }],
  })
  expect(() => options(['--only', 'speed'])).toThrow(UsageError)
  expect(() => options(['--fast'])).toThrow(UsageError)
})
