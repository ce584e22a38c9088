import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addContractRow, emptyContractTables } from '../../../src/detect/perpetual/contract-tables.ts'
import { observeDerivative } from '../../../src/detect/perpetual/observe-derivative.ts'
import { interestChange, observeInterest, quarterSteps } from '../../../src/detect/perpetual/open-interest.ts'
import { raisedBy } from '../../../src/detect/perpetual/raise-tier.ts'
import { fundingOf } from '../../../src/detect/perpetual/signs/funding.ts'
import { interestEvidence } from '../../../src/detect/perpetual/signs/open-interest.ts'

const start = Date.UTC(2026, 0, 5)
const minute = 60_000

function table() {
  const tables = emptyContractTables()
  return { tables, row: addContractRow(tables) }
}

/** Open interest that goes so by the minute, from a million. */
function interestAfter(valueAt: (minute: number) => number, minutes: number) {
  const { tables, row } = table()
  for (let i = 0; i <= minutes; i++) observeInterest(tables, row, 1e6 * valueAt(i), start + i * minute)
  return interestEvidence(tables, row, start + minutes * minute)
}

describe('open interest', () => {
  test('that falls by a fifth within a quarter of an hour is a flush', () => {
    const found = interestAfter((i) => (i < 60 ? 1 : 1 - (0.2 * (i - 60)) / 15), 76)
    expect(found).toMatchObject({ sign: 'open-interest', windowMs: 15 * minute })
    expect(found!.value).toBeLessThan(-0.15)
  })

  test('that rises by thirty percent within an hour is a surge of the hour', () => {
    const found = interestAfter((i) => 1 + 0.3 * Math.max(0, (i - 60) / 60), 121)
    expect(found).toMatchObject({ windowMs: 60 * minute })
    expect(found!.value).toBeGreaterThan(0.25)
  })

  test('that drifts by a percent an hour, or is unknown, says nothing', () => {
    expect(interestAfter((i) => 1 + i / 6000, 300)).toBeNull()
    expect(interestAfter(() => 0.5, 2)).toBeNull()
  })

  test('told in another unit begins anew', () => {
    expect(interestAfter((i) => (i < 60 ? 1 : 1000), 76)).toBeNull()
  })

  test('its change is that of the figures a quarter of an hour apart, whatever the spacing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.9, max: 1.1, noNaN: true }), { minLength: 30, maxLength: 60 }),
        (steps) => {
          const { tables, row } = table()
          const path: number[] = []
          steps.reduce((value, step, i) => {
            const next = value * step
            path.push(next)
            observeInterest(tables, row, next, start + i * 5 * minute)
            return next
          }, 100)
          const expected = Math.log(path.at(-1)! / path.at(-1 - quarterSteps)!)
          expect(interestChange(tables, row, quarterSteps)).toBeCloseTo(expected, 10)
        },
      ),
    )
  })
})

describe('funding', () => {
  const of = (fundingRate: number, intervalH: number, cap?: number) => {
    const { tables, row } = table()
    const bounds = cap === undefined ? {} : { cap, floor: -cap }
    const said = {
      type: 'derivative',
      symbol: 'SYSUSDT',
      fundingRate,
      intervalH,
      ...bounds,
      at: start,
    } as const
    observeDerivative(tables, row, said, start)
    return fundingOf(tables, row, start)
  }

  test.each([
    [0.0001, 8, 0.02, null],
    [-0.0012, 8, 0.02, 'funding notice'],
    // The same rate each hour is eight times as much.
    [-0.0012, 1, 0.02, 'funding warning'],
    [0.0049, 4, 0.005, 'funding-cap danger'],
    [-0.0195, 8, 0.02, 'funding-cap danger'],
    // A cap so low that the base rate reaches it says nothing.
    [0.0001, 8, 0.0001, null],
  ])('of %f each %d h with a cap of %f is %s', (rate, hours, cap, told) => {
    const found = of(rate, hours, cap)
    expect(found && `${found.evidence[0]!.sign} ${found.grade}`).toBe(told)
    if (found) expect(found.evidence[0]!.value).toBeCloseTo((rate / hours) * 8, 12)
  })

  test('is of eight hours where the venue names no other interval', () => {
    const { tables, row } = table()
    const said = { type: 'derivative', symbol: 'SYSUSDT', fundingRate: -0.006, at: start } as const
    observeDerivative(tables, row, said, start)
    expect(fundingOf(tables, row, start)).toMatchObject({
      grade: 'warning',
      evidence: [{ sign: 'funding', value: -0.006 }],
    })
    // That it names one later is no change of it.
    observeDerivative(tables, row, { ...said, intervalH: 4 }, start + minute)
    expect(fundingOf(tables, row, start + minute)!.evidence).toMatchObject([
      { sign: 'funding', value: -0.012 },
    ])
  })

  test('due more often than before is told for a day', () => {
    const { tables, row } = table()
    const say = (intervalH: number, at: number) => {
      const said = { type: 'derivative', symbol: 'SYSUSDT', fundingRate: 0.0001, intervalH, at } as const
      observeDerivative(tables, row, said, at)
      return fundingOf(tables, row, at)
    }
    expect(say(8, start)).toBeNull()
    expect(say(1, start + minute)).toMatchObject({
      grade: 'notice',
      evidence: [{ sign: 'funding-interval', value: 1, usual: 8, unit: 'hours' }],
    })
    expect(say(1, start + 2 * 86_400_000)).toBeNull()
    expect(say(4, start + 2 * 86_400_000 + minute)).toBeNull()
  })
})

describe('what signs make of each other', () => {
  const seen = { gap: null, band: false, burst: null, interest: false, funding: null } as const
  test.each([
    [
      { gap: 'notice', burst: 'warning' },
      { gap: 'notice', burst: 'warning' },
    ],
    [
      { gap: 'warning', burst: 'notice' },
      { gap: 'danger', burst: 'danger' },
    ],
    [
      { gap: 'notice', interest: true },
      { gap: 'warning', burst: null },
    ],
    [
      { burst: 'notice', funding: 'danger' },
      { gap: null, burst: 'warning' },
    ],
    [
      { burst: 'notice', funding: 'notice' },
      { gap: null, burst: 'notice' },
    ],
    [
      { gap: 'notice', band: true },
      { gap: 'warning', burst: null },
    ],
    [
      { band: true, burst: 'notice' },
      { gap: 'danger', burst: 'danger' },
    ],
    [
      { interest: true, funding: 'danger' },
      { gap: null, burst: null },
    ],
  ] as const)('%j makes %j', (some, raised) => {
    expect(raisedBy({ ...seen, ...some })).toEqual(raised)
  })
})
