import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pushBaseline, seedBaseline } from '../../../../src/detect/pair/usual/push-baseline.ts'
import {
  type Baselines,
  copyBaseline,
  emptyBaselines,
  growBaselines,
} from '../../../../src/detect/pair/usual/baselines.ts'
import { type Minute, naiveBaseline } from './naive-baseline.ts'
import { baselineDelayMinutes, maxSilentMinutes, seedMinutes } from '../../../../src/detect/settings.ts'

/** Busy minutes, and silences of a few minutes or of days between them. */
const randomMinutes = fc
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
    // Each minute comes in two parts: only its sums and its last close matter.
    pushBaseline(baseline, row, from + i, Math.log(77), minute.turnover / 2, 0)
    pushBaseline(baseline, row, from + i, Math.log(minute.close), minute.turnover / 2, minute.count)
  })
  return baseline
}

const baselineOf = ({ turnover, slowTurnover, count, variance }: Baselines) => ({
  turnover: turnover.value[row]!,
  slowTurnover: slowTurnover.value[row]!,
  count: count.value[row]!,
  variance: variance.value[row]!,
})

describe('baseline', () => {
  test('equals a plain loop over every minute, silent ones included', () => {
    fc.assert(
      fc.property(randomMinutes, (minutes) => {
        const found = baselineOf(push(emptyBaseline(), minutes))
        const naive = naiveBaseline(minutes)
        for (const key of ['turnover', 'slowTurnover', 'count'] as const) {
          expect(Math.abs(found[key] - naive[key])).toBeLessThanOrEqual(1e-6 * (1e-3 + naive[key]))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('measures the variance of one-minute returns, capped', () => {
    fc.assert(
      fc.property(randomMinutes, (minutes) => {
        const baseline = emptyBaseline()
        minutes.forEach((minute, i) => {
          if (minute)
            pushBaseline(baseline, row, begin + i, Math.log(minute.close), minute.turnover, minute.count)
        })
        const { variance } = naiveBaseline(minutes)
        expect(Math.abs(baselineOf(baseline).variance - variance)).toBeLessThanOrEqual(
          1e-6 * (1e-6 + variance),
        )
        expect(baselineOf(baseline).variance).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 60 },
    )
  })

  test('takes no minute in before `baselineDelayMinutes` have passed', () => {
    const quiet = Array<Minute>(100).fill({ turnover: 10, count: 1, close: 1 })
    const wild = Array<Minute>(baselineDelayMinutes).fill({ turnover: 1e6, count: 1e4, close: 2 })
    const before = baselineOf(push(emptyBaseline(), quiet))
    const during = baselineOf(push(emptyBaseline(), [...quiet, ...wild]))
    expect(during.turnover).toBe(before.turnover)
    expect(during.count).toBe(before.count)
    const after = baselineOf(push(emptyBaseline(), [...quiet, ...wild, wild[0]!, wild[0]!]))
    expect(after.turnover).toBeGreaterThan(before.turnover)
  })

  test('never holds more waiting minutes than the delay', () => {
    fc.assert(
      fc.property(randomMinutes, (minutes) => {
        expect(push(emptyBaseline(), minutes).waits[row]).toBeLessThanOrEqual(baselineDelayMinutes)
      }),
    )
  })

  test('takes a silence of months in bounded time, with finite results', () => {
    const baseline = push(emptyBaseline(), [{ turnover: 5, count: 5, close: 1 }])
    pushBaseline(baseline, row, begin + 1_000_000, 0, 5, 5)
    expect(baseline.waits[row]).toBeLessThanOrEqual(baselineDelayMinutes)
    expect(baseline.turnover.n[row]).toBeLessThanOrEqual(maxSilentMinutes + 1)
    expect(Object.values(baselineOf(baseline)).every(Number.isFinite)).toBe(true)
  })

  test('continues unchanged after structuredClone at any minute', () => {
    fc.assert(
      fc.property(randomMinutes, fc.nat(), (minutes, where) => {
        const cut = where % (minutes.length + 1)
        const resumed = structuredClone(push(emptyBaseline(), minutes.slice(0, cut)))
        push(resumed, minutes.slice(cut), begin + cut)
        expect(resumed).toEqual(push(emptyBaseline(), minutes))
      }),
      { numRuns: 40 },
    )
  })

  test('changes no other row, and a copied row continues as the original', () => {
    fc.assert(
      fc.property(randomMinutes, randomMinutes, (minutes, later) => {
        const own = push(emptyBaseline(), minutes)
        const other = emptyBaselines()
        growBaselines(other, 1)
        copyBaseline(own, 0, other, 0)
        const fresh = emptyBaselines()
        growBaselines(fresh, 1)
        expect(other).toEqual(fresh)
        const copy = emptyBaseline()
        copyBaseline(own, row, copy, row)
        push(copy, later, begin + minutes.length)
        expect(baselineOf(copy)).toEqual(baselineOf(push(own, later, begin + minutes.length)))
      }),
      { numRuns: 40 },
    )
  })
})

describe('seed', () => {
  test('gives a new pair the averages of its day', () => {
    const baseline = emptyBaseline()
    seedBaseline(baseline, row, 1440, 2880, 0, 1440)
    expect(baselineOf(baseline)).toMatchObject({ turnover: 1, slowTurnover: 1, count: 2 })
    expect(baseline.turnover.n[row]).toBe(seedMinutes)
  })

  test('does not change a pair whose own history is as long', () => {
    const minutes = Array<Minute>(seedMinutes + baselineDelayMinutes + 2).fill({
      turnover: 10,
      count: 1,
      close: 1,
    })
    const baseline = push(emptyBaseline(), minutes)
    const before = baselineOf(baseline)
    seedBaseline(baseline, row, 1e9, 1e9, 1, 1440)
    expect(baselineOf(baseline)).toEqual(before)
  })

  test('has no effect a second time', () => {
    const baseline = emptyBaseline()
    seedBaseline(baseline, row, 1440, 2880, 0.1, 1440)
    const once = structuredClone(baseline)
    seedBaseline(baseline, row, 99_999, 99_999, 0.5, 1440)
    expect(baseline).toEqual(once)
  })

  test('leaves the count of trades unknown where the venue does not publish it', () => {
    const baseline = emptyBaseline()
    seedBaseline(baseline, row, 1440, undefined, 0, 1440)
    expect([baseline.count.value[row], baseline.count.n[row]]).toEqual([0, 0])
  })
})
