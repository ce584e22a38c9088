import { describe, expect, test } from 'vitest'
import { firstTold, type Incident, play } from './drawn/drawn-incident.ts'

// Courses as they were published, each drawn onto an ordinary coin of a calm venue.

/** BROCCOLI714, 2026-01-01: tenfold in half an hour, and all of it given back. */
const broccoli: Incident = {
  points: [
    [0, 1],
    [1500, 1.36],
    [1680, 3.9],
    [2100, 8.9],
    [2400, 2.8],
    [3600, 1.1],
  ],
  seconds: 3700,
  times: (second) => (second < 1500 ? 25 : 400),
}
/** OM, 2025-04-13: a tenth of it is left after an hour. */
const om: Incident = {
  points: [
    [0, 1],
    [900, 0.95],
    [1500, 0.75],
    [1800, 0.35],
    [2700, 0.22],
  ],
  seconds: 1800,
  times: (second) => (second < 900 ? 3 : 60),
}
/** ACT, 2025-04-01: a third in one minute. */
const act: Incident = {
  points: [
    [0, 1],
    [60, 0.63],
    [900, 0.447],
  ],
  seconds: 120,
  times: (second) => (second < 60 ? 400 : 40),
}
/** OKB, 2024-01-23: half in three minutes, and back. */
const okb: Incident = {
  points: [
    [0, 1],
    [60, 0.954],
    [180, 0.495],
    [300, 0.868],
    [900, 0.9],
  ],
  seconds: 600,
  times: (second) => (second < 400 ? 200 : 10),
}
/** A wick: a third of the price is left after five seconds, all is back within the minute. */
const wick: Incident = {
  points: [
    [0, 1],
    [5, 0.36],
    [30, 0.36],
    [60, 0.98],
  ],
  seconds: 900,
  times: (second) => (second < 70 ? 300 : 2),
}
/** A perpetual leads, and spot is re-quoted on so many times its turnover. */
const fourfold = (times: number): Incident => ({
  points: [
    [0, 1],
    [1800, 4],
  ],
  seconds: 900,
  times: () => times,
})
/** Brief and loud. */
const spike: Incident = {
  points: [
    [0, 1],
    [240, 1.38],
    [900, 1.3],
  ],
  seconds: 300,
  times: (second) => (second < 240 ? 61 : 10),
}

describe('a rise', { timeout: 120_000 }, () => {
  test.each([
    ['tenfold in half an hour', broccoli, 1.35, 2.5],
    ['fourfold in half an hour on 12 times the turnover', fourfold(12), 1.4, 1.8],
    ['fourfold in half an hour on twice the turnover', fourfold(2), 1.4, 1.8],
  ])('%s is a Warning and a Danger in time', (_, incident, warnedBy, dangerBy) => {
    const telling = play(incident)
    expect(firstTold(telling, 'pump', 'warning')!.price).toBeLessThan(warnedBy)
    expect(firstTold(telling, 'pump', 'danger')!.price).toBeLessThan(dangerBy)
    expect(telling.others).toEqual([])
  })

  test('by 38 % in four minutes is a Warning', () => {
    expect(firstTold(play(spike), 'pump', 'warning')!.second).toBeLessThan(240)
  })

  test('and the fall that takes it back are one card', () => {
    const { changes, last } = play(broccoli)
    expect(new Set(changes.map(({ episode }) => episode.id)).size).toBe(1)
    expect(last!.phase).toBe('falling')
    expect(last!.evidence.find(({ sign }) => sign === 'fall')!.value).toBeLessThan(-0.5)
  })
})

describe('a fall', { timeout: 120_000 }, () => {
  test('by nine tenths in an hour is a Warning by −15 % and a Danger by −35 %', () => {
    const telling = play(om)
    expect(firstTold(telling, 'dump', 'warning')!.price).toBeGreaterThan(0.85)
    expect(firstTold(telling, 'dump', 'danger')!.price).toBeGreaterThan(0.65)
  })

  test('by a third in a minute is a Warning within 15 s and a Danger within the minute', () => {
    const telling = play(act)
    expect(firstTold(telling, 'dump', 'warning')!.second).toBeLessThanOrEqual(15)
    expect(firstTold(telling, 'dump', 'danger')!.second).toBeLessThanOrEqual(60)
  })

  test('by half in three minutes that comes back is a Danger, and its rebound a phase of it', () => {
    const telling = play(okb)
    expect(firstTold(telling, 'dump', 'danger')!.second).toBeLessThan(180)
    expect(new Set(telling.changes.map(({ episode }) => episode.id)).size).toBe(1)
  })

  test('by 64 % that is back within a minute is a Danger before it is back, one card, and no pump', () => {
    const { changes, others } = play(wick)
    const danger = changes.find(({ episode }) => episode.tier === 'danger')!
    expect(danger.second).toBeLessThanOrEqual(15)
    expect(new Set(changes.map(({ episode }) => episode.id)).size).toBe(1)
    expect(changes.flatMap(({ episode: { kind, also } }) => [kind, ...also])).not.toContain('pump')
    expect(others).toEqual([])
  })
})
