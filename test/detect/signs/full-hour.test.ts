import { expect, test } from 'vitest'
import { noDrift } from '../../../src/detect/pair/price/drift.ts'
import { momentOf } from '../../../src/detect/signs/moment.ts'
import { emptyPair } from '../../../src/detect/pair/pair-state.ts'
import { evidenceOf, scoreOf } from '../../../src/detect/score/score.ts'
import { sinceFullHour } from '../../../src/detect/signs/full-hour.ts'
import { emptyTables } from '../../../src/detect/pair/tables/tables.ts'
import { scoringBy } from '../../../src/detect/score/scoring.ts'
import { pushBar } from '../../../src/stats/bars.ts'
import { fullHour } from '../../../src/detect/thresholds.ts'

const hour = Date.UTC(2020, 0, 1, 12)

/**
 * A pair that stays at 100 until `begins` (seconds from the full hour), then rises by 1 a second for ten seconds.
 */
function momentOfRise(begins: number, usualTurnover = 0) {
  const tables = emptyTables()
  const pair = Object.assign(emptyPair('SYSBTC', tables), { base: 'SYS', quote: 'BTC' })
  tables.slowPrice[pair.row] = Math.log(100)
  tables.baseline.turnover.value[pair.row] = usualTurnover
  const push = (second: number, price: number) =>
    pushBar(tables.bars, pair.row, hour + second * 1000, Math.log(price), 1, 1)
  for (let second = begins - 50; second < begins; second += 10) push(second, 100)
  for (let step = 0; step < 10; step++) push(begins + step, 101 + step)
  return momentOf(pair, hour + (begins + 9) * 1000, 110, 1, noDrift())
}

test.each([-1790, -31, -5, 0, 17, 90, 1799])(
  'the beginning of a rise %i s from the full hour is found within five seconds',
  (begins) => {
    // The low ends with the last five-second step that contains no other price.
    const off = begins - sinceFullHour(momentOfRise(begins))
    expect(off).toBeGreaterThan(0)
    expect(off).toBeLessThanOrEqual(5)
  },
)

test('a rise on the full hour gets the lift and the evidence, any other rise gets neither', () => {
  const scoring = scoringBy()
  const without = { ...scoring, fullHour: false }
  for (const [begins, lift] of [
    [fullHour.from + 5, fullHour.lift],
    [3, fullHour.lift],
    [fullHour.to + 6, 0],
    [-900, 0],
  ] as const) {
    const moment = momentOfRise(begins)
    expect(scoreOf(scoring, 0, moment).logit - scoreOf(without, 0, moment).logit).toBeCloseTo(lift, 9)
    const evidence = evidenceOf(scoring, moment).filter(({ sign }) => sign === 'full-hour')
    expect(evidence.map(({ value, unit }) => [value, unit])).toEqual(lift > 0 ? [[hour, 'time']] : [])
    expect(evidenceOf(without, moment).some(({ sign }) => sign === 'full-hour')).toBe(false)
  }
})

test('a pair too large to be pumped by appointment gets no lift on the full hour', () => {
  const scoring = scoringBy()
  const lifted = (usualTurnover: number) => {
    const moment = momentOfRise(3, usualTurnover)
    return (
      scoreOf(scoring, 0, moment).logit > scoreOf({ ...scoring, fullHour: false }, 0, moment).logit &&
      evidenceOf(scoring, moment).some(({ sign }) => sign === 'full-hour')
    )
  }
  expect([lifted(0.9 * fullHour.maxTurnoverUsd), lifted(fullHour.maxTurnoverUsd)]).toEqual([true, false])
})
