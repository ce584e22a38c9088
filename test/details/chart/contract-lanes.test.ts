import { describe, expect, test } from 'vitest'
import { barsOf } from '../../../src/details/chart/bars.ts'
import { contractLanesOf } from '../../../src/details/chart/contract-lanes.ts'
import { gridOf, slotOf, spanOf } from '../../../src/details/chart/grid.ts'
import { signsOf } from '../../../src/details/chart/lane.ts'
import { laneLabel, laneSum } from '../../../src/details/chart/lane-words.ts'
import { lanesOf, paneCountOf } from '../../../src/details/chart/lanes.ts'
import { detailsWords } from '../../../src/details/words.ts'
import { langs } from '../../../src/shared/languages.ts'
import { contractCourse, squeeze, squeezeCandles, squeezeCourse, squeezeNow } from '../example-squeeze.ts'

const { startedAt } = squeeze()
const grid = gridOf(spanOf({ startedAt, endedAt: undefined }, squeezeNow))
const answer = squeezeCandles()
const bars = barsOf(answer.kind === 'known' ? answer.candles : [], grid, null)
const { samples } = contractCourse

describe('the lanes of a contract', () => {
  const lanes = contractLanesOf(samples, grid)

  test('are premium, open interest, liquidations of both sides and funding', () => {
    expect(lanes.map((lane) => signsOf(lane).map(({ sign }) => sign))).toEqual([
      ['mark-gap', 'index-gap'],
      ['open-interest'],
      ['shorts-liquidated', 'longs-liquidated'],
      ['funding'],
    ])
    for (const { points } of lanes.flatMap(signsOf)) expect(points).toHaveLength(grid.size)
  })

  test('hold of each bar the largest gap and liquidations, and the newest open interest', () => {
    const slot = slotOf(grid, startedAt + 5 * 60_000)
    const inside = samples.filter(({ at }) => slotOf(grid, at) === slot)
    expect(inside.length).toBeGreaterThan(3)
    const [premium, interest, liquidated] = lanes
    expect(premium!.beside!.points[slot]).toBe(Math.max(...inside.map(({ markToIndex }) => markToIndex!)))
    expect(interest!.points[slot]).toBe(inside.at(-1)!.openInterest)
    expect(liquidated!.points[slot]).toBe(Math.max(...inside.map(({ shorts }) => shorts!)))
    expect(premium!.points[slotOf(grid, startedAt) - 1]).toBeNull()
  })

  test('that are empty are left out, and one side has the pane to itself', () => {
    const silent = samples.map((sample) => ({ ...sample, longs: 0, lastToMark: null, funding: null }))
    expect(contractLanesOf(silent, grid).map((lane) => signsOf(lane).map(({ sign }) => sign))).toEqual([
      ['index-gap'],
      ['open-interest'],
      ['shorts-liquidated'],
    ])
    expect(contractLanesOf([], grid)).toEqual([])
  })

  test('stand below turnover, in place of the same signs of the evidence', () => {
    const all = lanesOf(squeeze(), squeezeCourse, bars, grid)
    expect(all.map(({ sign, source }) => `${sign} ${source}`)).toEqual([
      'turnover bars',
      'mark-gap contract',
      'open-interest contract',
      'shorts-liquidated contract',
      'funding contract',
    ])
    expect(paneCountOf(all)).toBe(5)
    const { contract: _, ...plain } = squeezeCourse
    const evidence = lanesOf(squeeze(), plain, bars, grid)
    expect(evidence.every(({ source }) => source !== 'contract')).toBe(true)
    expect(paneCountOf(evidence)).toBe(3)
  })

  test('of a whole market leave room for more of its evidence', () => {
    const signs = ['open-interest', 'breadth', 'median-return', 'leader-return', 'return'] as const
    const at = squeezeNow
    const evidence = signs.map((sign) => ({ sign, unit: 'fraction', value: -0.1, windowMs: 0, at }) as const)
    const whole = squeeze({ symbol: null, base: null, quote: null, kind: 'market-wide', also: [], evidence })
    const unknown = { lastToMark: null, markToIndex: null, openInterest: null, funding: null }
    const contract = {
      ...contractCourse,
      samples: samples.map((sample) => ({ ...sample, ...unknown })),
    }
    const all = lanesOf(whole, { ...squeezeCourse, contract }, [], grid)
    expect(all.map(({ sign }) => sign)).toEqual([...signs.slice(0, 4), 'shorts-liquidated'])
  })

  test('of liquidations say that these are at least so many, of one side too', async () => {
    const words = await detailsWords('en')
    const oneSide = samples.map((sample) => ({ ...sample, longs: 0 }))
    const [, , liquidated] = contractLanesOf(oneSide, grid)
    expect(liquidated!.beside).toBeUndefined()
    expect(laneLabel(words, liquidated!, squeeze())).toContain('at least')
    expect(laneSum(words, liquidated!, squeeze())).toBe('3.09M USD')
  })

  test.each(langs)('have a name and a sum in %s', async (lang) => {
    const words = await detailsWords(lang)
    const names = lanes.map((lane) => laneLabel(words, lane, squeeze()))
    expect(new Set(names).size).toBe(lanes.length)
    const sums = lanes.map((lane) => laneSum(words, lane, squeeze()))
    expect(sums[0]).toMatch(/\d.* · .*360/)
    expect(sums[1]).toMatch(/\(−4\d[.,]?\d? ?%\)/)
    for (const text of [...names, ...sums]) expect(text).not.toMatch(/[{}]|undefined|NaN/)
  })
})
