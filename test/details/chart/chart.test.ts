import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barsOf, lineOf, type ChartBar } from '../../../src/details/chart/bars.ts'
import { endOf, gridOf, intervalOf, logicalOf, slotOf, spanOf } from '../../../src/details/chart/grid.ts'
import { lanesOf } from '../../../src/details/chart/lanes.ts'
import { phaseSegments, tierSegments } from '../../../src/details/chart/segments.ts'
import { candleData, lineData, volumeData } from '../../../src/details/chart/series-data.ts'
import { extendCourse } from '../../../src/shared/course.ts'
import { marketFall } from '../../../tools/examples/made-up.ts'
import { candles, course, minute, settled, settledAt, startedAt } from '../example-incident.ts'

const hour = 60 * minute
const span = spanOf({ startedAt, endedAt: settledAt }, settledAt + 2 * hour)
const grid = gridOf(span)
const print = settled().strayPrint

describe('time span of the chart', () => {
  test('includes time before the start and after the end', () => {
    expect(startedAt - span.from).toBe(2 * hour)
    expect(span.to - settledAt).toBe(2 * hour)
    expect(spanOf({ startedAt, endedAt: undefined }, startedAt + minute)).toEqual({
      from: startedAt - 15 * minute,
      to: startedAt + minute,
    })
    expect(spanOf(null, settledAt)).toEqual({ from: settledAt - 3 * hour, to: settledAt })
  })

  test('of any length fits the maximum of bars, aligned to the interval and covering every time', () => {
    const lengths = fc.integer({ min: 0, max: 30 * 24 * hour })
    fc.assert(
      fc.property(lengths, fc.double({ min: 0, max: 1, noNaN: true }), (length, share) => {
        const shown = { from: startedAt, to: startedAt + length }
        const made = gridOf(shown)
        expect(made.from % intervalOf(shown)).toBe(0)
        expect(made.size).toBeGreaterThan(1)
        expect(made.size).toBeLessThan(500)
        expect(endOf(made)).toBeGreaterThan(Math.min(shown.to, startedAt + 400 * intervalOf(shown)))
        const at = shown.from + length * share
        expect(slotOf(made, at)).toBeGreaterThanOrEqual(0)
        expect(Math.round(logicalOf(made, at))).toBeCloseTo(slotOf(made, at), -0.5)
      }),
    )
  })
})

describe('bars', () => {
  const bars = barsOf(candles(grid.intervalMs), grid, print)
  const known = (list: readonly (ChartBar | null)[]) => list.filter((bar) => bar !== null)

  test('are placed on the grid, with null for missing candles', () => {
    expect(bars).toHaveLength(grid.size)
    const first = candles(grid.intervalMs).find(({ at }) => slotOf(grid, at) === 30)
    expect(bars[30]).toMatchObject({ open: first?.open, close: first?.close })
    expect(bars.at(-1)).toBeNull()
    expect(candleData(grid, bars).at(-1)).not.toHaveProperty('close')
    const times = candleData(grid, bars).map(({ time }) => Number(time))
    expect(new Set(times.map((time, i) => time - (times[i - 1] ?? time - grid.intervalMs / 1000)))).toEqual(
      new Set([grid.intervalMs / 1000]),
    )
    expect(volumeData(grid, bars)).toHaveLength(grid.size)
  })

  test('do not include a stray print above the market', () => {
    expect(Math.max(...candles(grid.intervalMs).map(({ high }) => high))).toBe(96)
    expect(Math.max(...known(bars).map(({ high }) => high))).toBeLessThan(0.0002)
    expect(known(bars).filter(({ strayPrice }) => strayPrice !== null)).toHaveLength(1)
    const wild = { ...candles()[0], type: 'candle' as const, at: startedAt, baseVolume: 1, quoteVolume: 1 }
    const [bar] = known(barsOf([{ ...wild, open: 96, high: 97, low: 95, close: 96 }], grid, print))
    expect(bar).toMatchObject({ open: print?.reference, high: print?.reference, close: print?.reference })
  })

  test('do not include a stray print below the market', () => {
    const below = { price: 1e-7, reference: 0.00004, at: startedAt, times: 1 }
    const [candle] = candles()
    if (!candle) throw new Error('no candle')
    const [bar] = known(barsOf([{ ...candle, at: startedAt, low: 1e-7 }], grid, below))
    expect(bar?.low).toBeGreaterThan(0.00003)
  })

  test('merge candles that are shorter than a bar', () => {
    const fine = barsOf(candles(minute), grid, print)
    known(fine).forEach((bar) => expect(bar.high).toBeGreaterThanOrEqual(bar.low))
    const slot = 40
    const inside = candles(minute).filter(({ at }) => slotOf(grid, at) === slot)
    expect(inside.length).toBeGreaterThan(1)
    expect(fine[slot]?.open).toBe(inside[0]?.open)
    expect(fine[slot]?.close).toBe(inside.at(-1)?.close)
    expect(fine[slot]?.baseVolume).toBeCloseTo(inside.reduce((sum, { baseVolume }) => sum + baseVolume, 0))
  })

  test('are replaced by the episode’s price line where there are no candles; of a market by changes', () => {
    const fall = marketFall()
    const made = gridOf(spanOf({ startedAt: fall.startedAt, endedAt: undefined }, fall.updatedAt))
    const line = lineOf(fall, made).filter((point) => point !== null)
    expect(line.length).toBeGreaterThan(10)
    expect(Math.min(...line)).toBeCloseTo(-0.11, 1)
    expect(lineData(made, lineOf(fall, made))).toHaveLength(made.size)
  })
})

describe('segments', () => {
  test('keep a tier until a higher one is reached; phases follow one another', () => {
    const tiers = tierSegments(course, settled(), settledAt, true)
    expect(tiers.map(({ value }) => value)).toEqual(['notice', 'warning', 'danger'])
    expect(tiers.at(-1)).toEqual({ from: startedAt + 97 * minute, to: settledAt, value: 'danger' })
    const phases = phaseSegments(course, settled(), settledAt + hour, true)
    expect(phases.map(({ value }) => value)).toEqual(['building', 'surging', 'fading', 'falling', 'settled'])
    phases.slice(1).forEach(({ from }, i) => expect(from).toBe(phases[i]?.to))
  })

  test('are unknown where the episode was not observed', () => {
    const late = extendCourse(null, settled())
    const [unknown, ...rest] = tierSegments(late, settled(), settledAt + hour, false)
    expect(unknown).toEqual({ from: startedAt, to: settledAt, value: null })
    expect(rest).toEqual([{ from: settledAt, to: settledAt + hour, value: 'danger' }])
  })
})

describe('lanes', () => {
  const bars = barsOf(candles(grid.intervalMs), grid, print)

  test('share the grid; turnover is relative to the bars before the start', () => {
    const lanes = lanesOf(settled(), course, bars, grid)
    expect(lanes.map(({ sign, source }) => [sign, source])).toEqual([
      ['turnover', 'bars'],
      ['venue-gap', 'engine'],
      ['taker-buys', 'engine'],
    ])
    lanes.forEach(({ points }) => expect(points).toHaveLength(grid.size))
    const before = lanes[0]?.points.slice(0, slotOf(grid, startedAt)).filter((point) => point !== null) ?? []
    expect(before.sort((a, b) => a - b)[Math.floor(before.length / 2)]).toBeCloseTo(1)
  })

  test('use the engine’s turnover where there are no bars', () => {
    const lanes = lanesOf(settled(), extendCourse(null, settled()), [], grid)
    expect(lanes[0]).toMatchObject({ sign: 'turnover', source: 'engine' })
    expect(lanes[0]?.points.filter((point) => point !== null)).toEqual([64])
  })
})
