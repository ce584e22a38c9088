import { expect, test } from 'vitest'
import { tierRank } from '../../../src/market/tier.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { judge } from '../../../tools/backtest/judge/verdict.ts'
import { dayMs, minuteMs, runAt, secondMs, t0 } from '../backtest/judge/run-at.ts'
import type { JudgedMoments } from '../../../tools/train/judged-moments.ts'
import { simulate } from '../../../tools/train/simulate.ts'
import { thresholdsFor } from '../../../tools/train/thresholds.ts'
import { settleMs } from '../../../src/detect/episode/phase-settings.ts'
import { dangerHoldMs } from '../../../src/detect/thresholds.ts'

/** Moments of one recording of ten days. */
function rowsAt(at: readonly number[]): JudgedMoments {
  const size = at.length
  return {
    runs: [runAt([])],
    names: [],
    columns: [],
    at: Float64Array.from(at),
    onFrame: new Uint8Array(size).fill(1),
    followed: new Uint8Array(size).fill(1),
    run: new Int32Array(size),
    event: new Int32Array(size).fill(-1),
  }
}

const thresholds = { notice: 0, warning: 1, danger: 2 }
const reached = (moments: readonly (readonly [at: number, logit: number])[]) => {
  const rows = rowsAt(moments.map(([at]) => t0 + at))
  const logit = Float64Array.from(moments, ([, value]) => value)
  return simulate({ rows, logit, thresholdsOf: () => thresholds })[0]!.reached.map(
    ({ at, tier }) => [at - t0, tier] as const,
  )
}

test('an episode alerts once per tier and ends after a silence', () => {
  const late = 60 * secondMs + settleMs
  expect(
    reached([
      [0, 0.5],
      [secondMs, 1.5],
      [2 * secondMs, 0.5],
      [60 * secondMs, 1.5],
      [late, 0.5],
    ]),
  ).toEqual([
    [0, 'notice'],
    [secondMs, 'warning'],
    [late, 'notice'],
  ])
})

test('Danger has to last without a break', () => {
  expect(
    reached([
      [0, 3],
      [dangerHoldMs - 1, 3],
    ]),
  ).toEqual([[0, 'warning']])
  expect(
    reached([
      [0, 3],
      [dangerHoldMs, 3],
    ]),
  ).toEqual([
    [0, 'warning'],
    [dangerHoldMs, 'danger'],
  ])
  expect(
    reached([
      [0, 3],
      [1, 1],
      [dangerHoldMs, 3],
    ]),
  ).toEqual([[0, 'warning']])
})

test('thresholds are the lowest within the budgets, and a tier without budget is never reached', () => {
  const random = seeded(1)
  // One moment every half hour for nine counted days and a little: 440 of them, every score different.
  const at = Array.from({ length: 440 }, (_, index) => t0 + dayMs + index * 31 * minuteMs)
  const rows = rowsAt(at.filter((each) => each < t0 + 10 * dayMs))
  const logit = Float64Array.from(rows.at, () => 10 * random() - 5)
  const budgets = { notice: 5, warning: 1 }
  const judged = { rows, logit, appliedThresholds: (_: number, tried: typeof budgets | object) => tried }
  const found = thresholdsFor(judged, budgets, [])
  const rateOf = (tried: object, tier: 'notice' | 'warning') =>
    judge(simulate({ rows, logit, thresholdsOf: () => tried }), []).tiers[tier].falseAlarmsPerPairDay!
  for (const tier of ['notice', 'warning'] as const) {
    expect(tierRank(tier)).toBeGreaterThan(0)
    expect(rateOf(found, tier)).toBeLessThanOrEqual(budgets[tier])
    const below = Math.max(...logit.filter((value) => value < found[tier]!))
    expect(rateOf({ ...found, [tier]: below }, tier)).toBeGreaterThan(budgets[tier])
  }
  expect(found).not.toHaveProperty('danger')
})
