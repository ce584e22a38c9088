import { expect, test } from 'vitest'
import type { Tier } from '../../../../src/market/tier.ts'
import { dayMs, hourMs, minuteMs, runAt, secondMs, t0 } from './run-at.ts'
import { judge } from '../../../../tools/backtest/judge/verdict.ts'

const announced = t0 + 5 * dayMs
const sys = [{ coin: 'SYS', at: announced }]

const hits = (at: number, tier: Tier = 'warning') =>
  judge([runAt([[at, tier]])], sys).tiers.warning.recall.hits
const falseAlarms = (...times: number[]) =>
  judge([runAt(times.map((at) => [at, 'warning'] as const))], sys).tiers.warning.falseAlarms

test.each([
  [-180 * secondMs - 1, 0],
  [-180 * secondMs, 1],
  [0, 1],
  [600 * secondMs, 1],
  [600 * secondMs + 1, 0],
])('an alert %i ms from the announcement makes %i hits', (apart, expected) => {
  expect(hits(announced + apart)).toBe(expected)
})

test('an alert counts for its tier and those below', () => {
  const { tiers } = judge([runAt([[announced, 'warning']])], sys)
  expect([tiers.notice, tiers.warning, tiers.danger].map(({ recall }) => recall.hits)).toEqual([1, 1, 0])
})

test.each([
  [-hourMs - 1, 1],
  [-hourMs, 0],
  [6 * hourMs, 0],
  [6 * hourMs + 1, 1],
])('an alert %i ms from the announcement makes %i false alarms', (apart, expected) => {
  expect(falseAlarms(announced + apart)).toBe(expected)
})

test('alerts within 30 min of the last one counted are the same alarm', () => {
  const first = t0 + 2 * dayMs
  expect(falseAlarms(first, first + 30 * minuteMs)).toBe(1)
  expect(falseAlarms(first, first + 30 * minuteMs + 1)).toBe(2)
  // The third is 40 min after the last counted one, though near the second.
  expect(falseAlarms(first, first + 20 * minuteMs, first + 40 * minuteMs)).toBe(2)
})

test('alarms of different pairs are never the same', () => {
  const at = t0 + 2 * dayMs
  const other = runAt([[at, 'notice']], { pair: 'VIA/BTC', coin: 'VIA' })
  expect(judge([runAt([[at, 'notice']]), other], []).tiers.notice.falseAlarms).toBe(2)
})

test('the first day is warm-up: no alarm, no event, no pair-day of it counts', () => {
  const early = [{ coin: 'SYS', at: t0 + dayMs - 1 }]
  const verdict = judge([runAt([[t0 + dayMs - 1, 'danger']])], early)
  expect(verdict.tiers.notice.falseAlarms).toBe(0)
  expect(verdict.events).toBe(0)
  // Of the remaining nine days, the announcement excludes six hours less a millisecond.
  expect(verdict.pairDays).toBeCloseTo(9 - 0.25, 6)
})

test('a pair that is listed later has no warm-up of its own', () => {
  const late = runAt([], { covered: { from: t0 + 4 * dayMs, to: t0 + 10 * dayMs } })
  expect(judge([late], []).pairDays).toBe(6)
})

test('pair-days leave out the time around announcements, once where they overlap', () => {
  const twice = [...sys, { coin: 'SYS', at: announced + 3 * hourMs }]
  expect(judge([runAt([])], sys).pairDays).toBeCloseTo(9 - 7 / 24, 9)
  expect(judge([runAt([])], twice).pairDays).toBeCloseTo(9 - 10 / 24, 9)
  expect(judge([runAt([])], [{ coin: 'VIA', at: announced }]).pairDays).toBe(9)
})

test('announcements of a coin within 30 min are one event', () => {
  const at = (apart: number) => [...sys, { coin: 'SYS', at: announced + apart }]
  expect(judge([runAt([])], at(30 * minuteMs)).events).toBe(1)
  expect(judge([runAt([])], at(30 * minuteMs + 1)).events).toBe(2)
})

test('announcements of unrecorded coins are no events', () => {
  expect(judge([runAt([])], [{ coin: 'VIA', at: announced }]).events).toBe(0)
  expect(judge([runAt([])], [{ coin: 'SYS', at: t0 + 10 * dayMs + 1 }]).events).toBe(0)
})

test('overlapping recordings of a pair count nothing twice', () => {
  const alarm = t0 + 4 * dayMs
  const alerts = [
    [alarm, 'warning'],
    [announced, 'warning'],
  ] as const
  const shifted = { recordedFrom: t0 + 2 * dayMs, covered: { from: t0 + 2 * dayMs, to: t0 + 12 * dayMs } }
  const once = judge([runAt(alerts)], sys)
  const twice = judge(
    [
      runAt(
        alerts.map(([at, tier]) => [at + secondMs, tier]),
        shifted,
      ),
      runAt(alerts),
    ],
    sys,
  )
  expect(twice.events).toBe(1)
  expect(twice.tiers.warning.recall.hits).toBe(1)
  expect(twice.tiers.warning.falseAlarms).toBe(once.tiers.warning.falseAlarms)
  expect(twice.pairDays).toBeCloseTo(once.pairDays + 2, 6)
})

test('where recordings overlap, the one that started first counts', () => {
  const at = t0 + 8 * dayMs
  const later = { recordedFrom: t0 + dayMs, covered: { from: t0 + dayMs, to: t0 + 10 * dayMs } }
  expect(judge([runAt([]), runAt([[at, 'danger']], later)], []).tiers.danger.falseAlarms).toBe(0)
  expect(judge([runAt([[at, 'danger']]), runAt([], later)], []).tiers.danger.falseAlarms).toBe(1)
})

test('latency runs from the onset to the first alert of the tier and may be negative', () => {
  const onset = announced + 10 * secondMs
  const alerts = [
    [announced + 8 * secondMs, 'notice', 'a'],
    [announced + 13 * secondMs, 'warning', 'a'],
    [announced + 40 * secondMs, 'danger', 'b'],
  ] as const
  const { tiers } = judge([runAt(alerts, { onsets: [[announced, onset]] })], sys)
  expect(tiers.notice.latencySeconds).toEqual({ median: -2, p90: -2 })
  expect(tiers.warning.latencySeconds).toEqual({ median: 3, p90: 3 })
  expect(tiers.danger.latencySeconds).toEqual({ median: 30, p90: 30 })
})

test('events without a move have no latency and do not count in the recall of moved events', () => {
  const still = t0 + 7 * dayMs
  const labels = [...sys, { coin: 'SYS', at: still }]
  const onsets = [
    [announced, null],
    [still, still + secondMs],
  ] as const
  const { tiers, eventsThatMoved } = judge([runAt([[announced, 'notice']], { onsets })], labels)
  expect(eventsThatMoved).toBe(1)
  expect(tiers.notice.recall).toMatchObject({ hits: 1, of: 2, share: 0.5 })
  expect(tiers.notice.recallOfMoved).toMatchObject({ hits: 0, of: 1, share: 0 })
  expect(tiers.notice.latencySeconds).toEqual({ median: null, p90: null })
})

test('pairs of the same coin share an event', () => {
  const dollars = runAt([[announced + 5 * secondMs, 'danger']], { pair: 'SYS/USDT' })
  const { events, tiers } = judge([runAt([[announced + 9 * secondMs, 'notice']]), dollars], sys)
  expect(events).toBe(1)
  expect(tiers.danger.recall.hits).toBe(1)
})

test('without recordings or labels every rate is null', () => {
  const { tiers, pairDays } = judge([], [])
  expect(pairDays).toBe(0)
  expect(tiers.danger).toMatchObject({ recall: { share: null, interval: null }, falseAlarmsPerPairDay: null })
})
