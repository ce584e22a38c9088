import { describe, expect, test } from 'vitest'
import { UsageError } from '../../../tools/command-line.ts'
import { allBenchmarks } from '../../../tools/bench/all-benchmarks.ts'
import { benchmarkResult, table } from '../../../tools/bench/benchmark-result.ts'
import { ownTime } from '../../../tools/bench/page/own-script-time.ts'
import { readBenchOptions } from '../../../tools/bench/options.ts'
import { url } from '../../../tools/bench/page/trading-page.ts'
import { timeBoth, type Stopwatch } from '../../../tools/bench/stopwatch.ts'

describe('every benchmark', () => {
  // Small and cold: the values say nothing about cost, only that the benchmark runs.
  const small = { pairs: 20, rounds: 2, warmUp: 1 }

  // Browser benchmarks check themselves: they fail where there is nothing to measure.
  const alone = allBenchmarks.filter(({ browser }) => !browser)
  test.each(alone.map((benchmark) => [benchmark.id, benchmark] as const))(
    '%s is measured and reported',
    async (_, benchmark) => {
      const results = benchmarkResult(benchmark, await benchmark.measure(small))
      const { median, min, max, ...about } = results
      expect(Object.keys(results)).toEqual(['id', 'median', 'min', 'max', 'unit', 'goal', 'better'])
      expect(about).toEqual({ id: benchmark.id, unit: benchmark.unit, goal: benchmark.goal, better: 'lower' })
      // The heap may shrink, since other tests run in the same process.
      const least = benchmark.id === 'screen-state-bytes' ? -Infinity : 0
      expect([min, median, max].every((value) => Number.isFinite(value) && value > least)).toBe(true)
      expect(min).toBeLessThanOrEqual(median)
      expect(median).toBeLessThanOrEqual(max)
      expect(table([results])).toMatch(/^[✓✗] .*\n$/)
    },
    30_000,
  )

  test('has a name of its own', () => {
    expect(new Set(allBenchmarks.map(({ id }) => id)).size).toBe(allBenchmarks.length)
  })
})

test('both ways get the same input, each of them first in turn', () => {
  const calls: string[] = []
  const stopwatch: Stopwatch = { ours: 0, floor: 0 }
  for (const turn of [0, 1])
    timeBoth(
      stopwatch,
      turn,
      turn,
      (input) => calls.push(`ours ${input}`),
      (input) => calls.push(`floor ${input}`),
    )
  expect(calls).toEqual(['floor 0', 'ours 0', 'ours 1', 'floor 1'])
})

test('of a trace counts what our scripts take on the thread of the page, nested calls once', () => {
  const call = (url: string, ts: number, dur: number, more: object = {}) => {
    const thread = { name: 'FunctionCall', pid: 1, tid: 2 }
    return { ...thread, ts, dur, tdur: dur / 2, args: { data: { url } }, ...more }
  }
  const own = 'chrome-extension://id/main.js'
  const trace = [
    call(own, 120, 20),
    call(own, 100, 60),
    call(url, 10, 50),
    call(own, 200, 10, { name: 'EvaluateScript' }),
    call(own, 300, 10, { name: 'Layout' }),
    call(own, 400, 10, { pid: 9 }),
    call(url, 500, 10),
  ]
  expect(ownTime(trace)).toBe(35)
  expect(() => ownTime(trace.filter(({ args }) => args.data.url === own))).toThrow('no script of the page')
})

test('a benchmark can be selected by its id only', () => {
  expect(readBenchOptions([]).benchmarks).toEqual(allBenchmarks)
  expect(readBenchOptions(['--only', 'screen-ratio', '--json'])).toMatchObject({
    json: true,
    benchmarks: [{ id: 'screen-ratio' }],
  })
  expect(() => readBenchOptions(['--only', 'speed'])).toThrow(UsageError)
  expect(() => readBenchOptions(['--fast'])).toThrow(UsageError)
})
