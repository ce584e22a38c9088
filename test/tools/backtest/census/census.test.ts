import { expect, test } from 'vitest'
import type { Alert } from '../../../../tools/backtest/alert.ts'
import type { CensusRun } from '../../../../tools/backtest/census/census-run.ts'
import { censusOf } from '../../../../tools/backtest/census/census.ts'
import { tradeSizes } from '../../../../tools/backtest/census/large-move.ts'
import { alarmKey } from '../../../../tools/backtest/census/near-move.ts'
import { tiersReached } from '../../../../tools/backtest/judge/recorded-run.ts'
import { dayMs, hourMs, minuteMs, runAt, secondMs, t0 } from '../judge/run-at.ts'

const at = t0 + 5 * dayMs
const [, size] = tradeSizes as [unknown, (typeof tradeSizes)[number]]
const rise = { direction: 'rise', size, startAt: at - 5 * minuteMs, at, change: 0.31 } as const
const fall = { ...rise, direction: 'fall', change: -0.31 } as const

function alertAt(after: number, rest: Partial<Alert> = {}): Alert {
  const plain = {
    venue: 'binance',
    pair: 'SYS/BTC',
    kind: 'pump',
    tier: 'warning',
    phase: 'surging',
  } as const
  return { ...plain, at: at + after, episode: `at ${after}`, probability: 0, evidence: [], ...rest }
}

function runWith(alerts: readonly Alert[], rest: Partial<CensusRun> = {}): CensusRun {
  const reached = tiersReached(alerts)
  return { ...runAt([]), reached, moves: [rise], said: alerts, still: [], turns: [], barMs: null, ...rest }
}

const tiersOf = (run: CensusRun) => censusOf([run], []).rises.map(({ tier }) => tier)

test('what is said from two minutes before the window to a minute after the move counts', () => {
  const earliest = -size.windowMs - 120 * secondMs
  expect(tiersOf(runWith([alertAt(earliest)]))).toEqual(['warning'])
  expect(tiersOf(runWith([alertAt(earliest - 1)]))).toEqual([null])
  expect(tiersOf(runWith([alertAt(60 * secondMs)]))).toEqual(['warning'])
  expect(tiersOf(runWith([alertAt(60 * secondMs + 1)]))).toEqual([null])
})

test('the highest tier counts, with the time it was first said', () => {
  const alerts = [alertAt(-9000, { tier: 'danger' }), alertAt(-4000, { tier: 'danger' }), alertAt(-20_000)]
  expect(censusOf([runWith(alerts)], []).rises).toMatchObject([{ tier: 'danger', delayS: -9, seconds: 300 }])
})

test('a fall is told by a dump, or by the falling of a rise told before', () => {
  const told = (rest: Partial<Alert>) =>
    censusOf([runWith([alertAt(0, rest)], { moves: [fall] })], []).falls.map(({ tier }) => tier)
  expect(told({ kind: 'dump' })).toEqual(['warning'])
  expect(told({ kind: 'pump' })).toEqual([null])
  expect(told({ kind: 'pump', phase: 'falling' })).toEqual(['warning'])
  expect(tiersOf(runWith([alertAt(0, { kind: 'dump' })]))).toEqual([null])
})

test('the summary tells announced moves from others', () => {
  const known = [{ coin: 'SYS', at: at - hourMs }]
  const { summary } = censusOf([runWith([alertAt(0)])], known)
  expect(summary.rises).toEqual([
    { least: 0.3, windowS: 900, announced: true, moves: 1, danger: 0, warning: 1, notice: 0, nothing: 0 },
  ])
  expect(censusOf([runWith([])], []).summary.rises).toMatchObject([{ announced: false, nothing: 1 }])
})

test('overlapping recordings count a move once', () => {
  expect(censusOf([runWith([]), runWith([])], []).rises).toHaveLength(1)
})

test('alarms near which the price did not move are told apart', () => {
  const alerts = [alertAt(0), alertAt(2 * hourMs)]
  const still = [alarmKey(alerts[1]!)]
  const { alarmsOfNoMove } = censusOf([runWith(alerts, { still })], []).summary
  expect(alarmsOfNoMove).toMatchObject({
    notice: { alarms: 1 },
    warning: { alarms: 1 },
    danger: { alarms: 0 },
  })
  expect(alarmsOfNoMove.warning.perPairDay).toBeCloseTo(1 / 9)
})
