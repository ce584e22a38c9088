import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pushBaseline, seedBaseline } from '../../../src/detect/pair/push-baseline.ts'
import {
  type Baselines,
  copyBaseline,
  emptyBaselines,
  growBaselines,
} from '../../../src/detect/pair/baselines.ts'
import { type Minute, naiveBaseline } from './naive-baseline.ts'
import { baselineDelayMinutes, maxSilentMinutes, seedMinutes } from '../../../src/detect/settings.ts'

/** Minutes as they come: busy ones, and silences of a few minutes or of days. */
const course = fc
  .array(
    fc.record({
      silence: fc.oneof(
        fc.constant(0),
        fc.constant(0),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 6000 }),
      ),
      turnover: fc.double({ min: 0, max: 1e6, noNaN: true }),
      count: fc.integer({ min: 0, max: 1000 }),
      close: fc.double({ min: 0.5, max: 2, noNaN: true }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((list) =>
    list.flatMap<Minute | null>(({ silence, ...minute }) => [...Array<null>(silence).fill(null), minute]),
  )
  .map((minutes) => minutes.slice(minutes.findIndex((minute) => minute !== null)))

const begin = 28_000_000

/** The row of interest, between two others. */
const row = 1

function emptyBaseline(): Baselines {
  const baselines = emptyBaselines()
  growBaselines(baselines, 3)
  return baselines
}

function push(baseline: Baselines, minutes: readonly (Minute | null)[], from = begin): Baselines {
  minutes.forEach((minute, i) => {
    if (!minute) return
    // A minute comes in parts: only its sums and its last close matter.
    pushBaseline(baseline, row, from + i, Math.log(77), minute.turnover / 2, 0)
    pushBaseline(baseline, row, from + i, Math.log(minute.close), minute.turnover / 2, minute.count)
  })
  return baseline
}

const norms = ({ turnover, slowTurnover, count, variance }: Baselines) => ({
  turnover: turnover.value[row]!,
  slowTurnover: slowTurnover.value[row]!,
  count: count.value[row]!,
  variance: variance.value[row]!,
})

describe('baseline', () => {
  test('equals a plain loop over every minute, silent ones too', () => {
    fc.assert(
      fc.property(course, (minutes) => {
        const ours = norms(push(emptyBaseline(), minutes))
        const naive = naiveBaseline(minutes)
        for (const key of ['turnover', 'slowTurnover', 'count'] as const) {
          expect(Math.abs(ours[key] - naive[key])).toBeLessThanOrEqual(1e-6 * (1e-3 + naive[key]))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('measures the variance of one-minute returns, capped', () => {
    fc.assert(
      fc.property(course, (minutes) => {
        const baseline = emptyBaseline()
        minutes.forEach((minute, i) => {
          if (minute)
            pushBaseline(baseline, row, begin + i, Math.log(minute.close), minute.turnover, minute.count)
        })
        const { variance } = naiveBaseline(minutes)
        expect(Math.abs(norms(baseline).variance - variance)).toBeLessThanOrEqual(1e-6 * (1e-6 + variance))
        expect(norms(baseline).variance).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 60 },
    )
  })

  test('keeps an event out of its own norm for so many minutes', () => {
    const quiet = Array<Minute>(100).fill({ turnover: 10, count: 1, close: 1 })
    const wild = Array<Minute>(baselineDelayMinutes).fill({ turnover: 1e6, count: 1e4, close: 2 })
    const before = norms(push(emptyBaseline(), quiet))
    const during = norms(push(emptyBaseline(), [...quiet, ...wild]))
    expect(during.turnover).toBe(before.turnover)
    expect(during.count).toBe(before.count)
    const after = norms(push(emptyBaseline(), [...quiet, ...wild, wild[0]!, wild[0]!]))
    expect(after.turnover).toBeGreaterThan(before.turnover)
  })

  test('waits with no more minutes than the delay', () => {
    fc.assert(
      fc.property(course, (minutes) => {
        expect(push(emptyBaseline(), minutes).waits[row]).toBeLessThanOrEqual(baselineDelayMinutes)
      }),
    )
  })

  test('a silence of months is bounded work and leaves finite norms', () => {
    const baseline = push(emptyBaseline(), [{ turnover: 5, count: 5, close: 1 }])
    pushBaseline(baseline, row, begin + 1_000_000, 0, 5, 5)
    expect(baseline.waits[row]).toBeLessThanOrEqual(baselineDelayMinutes)
    expect(baseline.turnover.n[row]).toBeLessThanOrEqual(maxSilentMinutes + 1)
    expect(Object.values(norms(baseline)).every(Number.isFinite)).toBe(true)
  })

  test('goes on the same after structuredClone at any minute', () => {
    fc.assert(
      fc.property(course, fc.nat(), (minutes, where) => {
        const cut = where % (minutes.length + 1)
        const resumed = structuredClone(push(emptyBaseline(), minutes.slice(0, cut)))
        push(resumed, minutes.slice(cut), begin + cut)
        expect(resumed).toEqual(push(emptyBaseline(), minutes))
      }),
      { numRuns: 40 },
    )
  })

  test('leaves the rows beside it alone, and what is copied from it goes on as itself', () => {
    fc.assert(
      fc.property(course, course, (minutes, later) => {
        const own = push(emptyBaseline(), minutes)
        const beside = emptyBaselines()
        growBaselines(beside, 1)
        copyBaseline(own, 0, beside, 0)
        const fresh = emptyBaselines()
        growBaselines(fresh, 1)
        expect(beside).toEqual(fresh)
        const copy = emptyBaseline()
        copyBaseline(own, row, copy, row)
        push(copy, later, begin + minutes.length)
        expect(norms(copy)).toEqual(norms(push(own, later, begin + minutes.length)))
      }),
      { numRuns: 40 },
    )
  })
})

describe('seed', () => {
  test('gives a cold pair the averages of its day', () => {
    const baseline = emptyBaseline()
    seedBaseline(baseline, row, 1440, 2880, 0, 1440)
    expect(norms(baseline)).toMatchObject({ turnover: 1, slowTurnover: 1, count: 2 })
    expect(baseline.turnover.n[row]).toBe(seedMinutes)
  })

  test('leaves a pair alone whose own history is as long', () => {
    const minutes = Array<Minute>(seedMinutes + baselineDelayMinutes + 2).fill({
      turnover: 10,
      count: 1,
      close: 1,
    })
    const baseline = push(emptyBaseline(), minutes)
    const before = norms(baseline)
    seedBaseline(baseline, row, 1e9, 1e9, 1, 1440)
    expect(norms(baseline)).toEqual(before)
  })

  test('seeded twice is seeded once', () => {
    const baseline = emptyBaseline()
    seedBaseline(baseline, row, 1440, 2880, 0.1, 1440)
    const once = structuredClone(baseline)
    seedBaseline(baseline, row, 99_999, 99_999, 0.5, 1440)
    expect(baseline).toEqual(once)
  })

  test('says nothing of trades where the venue does not', () => {
    const baseline = emptyBaseline()
    seedBaseline(baseline, row, 1440, undefined, 0, 1440)
    expect([baseline.count.value[row], baseline.count.n[row]]).toEqual([0, 0])
  })
})
