import { describe, expect, test } from 'vitest'
import { binance } from '../../../src/exchanges/binance.ts'
import { okx } from '../../../src/exchanges/okx.ts'
import type { Tier } from '../../../src/market/tier.ts'
import type { Fault, Way } from '../../../tools/drill/faults/fault.ts'
import { judge } from '../../../tools/drill/judge/judge.ts'
import type { Second } from '../../../tools/drill/judge/second.ts'
import type { Played } from '../../../tools/drill/play.ts'
import { exampleEpisode } from '../../background/simulated/example-episode.ts'

const faultThatCuts = (...ways: Way[]): Fault => ({
  name: 'x',
  about: '',
  cuts: () => ways,
  open: () => ({}),
})
const told = (at: number, tier: Tier = 'danger', base = 'XLM', confirmed = false) => ({
  atMs: at * 1000,
  episode: { ...exampleEpisode(), base, symbol: `${base}BTC`, tier, confirmed },
})

interface Course {
  exchange?: typeof okx
  cut?: readonly Way[]
  kind?: (at: number) => Second['kind']
  traded?: (at: number) => number | null
  reports?: Played['reports']
  /** What is told of the pump without the fault: of the same trades, then of others. */
  sound?: readonly [Tier, ...Tier[]]
}
const played = ({
  exchange = okx,
  cut = [],
  kind = () => 'polling',
  traded = (at) => at,
  reports = [told(10)],
}: Course): Played => ({
  exchange,
  fault: faultThatCuts(...cut),
  reports,
  seconds: Array.from({ length: 256 }, (_, i) => i - 15).map((at) => ({
    atMs: at * 1000,
    kind: kind(at),
    reason: null,
    receivedMs: at * 1000,
    tradedMs: ((one) => (one === null ? null : one * 1000))(traded(at)),
  })),
})
const rowOf = ({ sound: [first, ...others] = ['danger'], ...course }: Course) => {
  const soundly = (tier: Tier) => played({ exchange: course.exchange ?? okx, reports: [told(10, tier)] })
  return judge(played(course), [soundly(first), ...others.map(soundly)])
}
const stale = (from: number, to: number) => (at: number) => (at >= from && at <= to ? 'stale' : 'polling')

test('a drill in which nothing was lost is well', () => {
  expect(rowOf({})).toEqual({
    venue: 'okx',
    fault: 'x',
    tier: 'danger',
    delayS: 0,
    falseAlerts: 0,
    states: ['polling'],
    recoveryS: 1,
    ok: true,
  })
})

describe.each<[string, Course, readonly string[]]>([
  ['never told', { reports: [] }, ['never told']],
  ['told a minute later although data could be had', { reports: [told(70)] }, ['told too late']],
  ['weaker', { reports: [told(10, 'notice')] }, ['notice instead of danger']],
  [
    'stronger than without the fault',
    { sound: ['notice', 'notice', 'warning'] },
    ['danger instead of notice'],
  ],
  [
    'weaker than what the ticker alone is worth',
    { cut: ['trades'], reports: [told(10, 'notice')] },
    ['notice instead of danger'],
  ],
  ['of another coin too', { reports: [told(10), told(20, 'notice', 'ABC')] }, ['false alert: ABCBTC pump']],
  ['before it began', { reports: [told(-5), told(10)] }, ['false alert: XLMBTC pump']],
  [
    'polling while nothing is heard',
    { cut: ['poll'], reports: [told(80)] },
    ["'polling' for 75 s while nothing is heard"],
  ],
  [
    'live on a stream that is cut',
    { exchange: binance, cut: ['stream'], kind: () => 'live' },
    ["'live' for 75 s while nothing is heard"],
  ],
  ['stale while data could be had', { kind: stale(0, 80) }, ["'stale' while data could be had"]],
  ['without recovery', { cut: ['poll'], kind: stale(-5, 140), reports: [told(80)] }, ['no recovery in time']],
  ['without trades again', { cut: ['trades'], traded: () => 5 }, ['no recovery in time']],
  [
    'confirmed by no trade',
    { cut: ['trades'], traded: (at) => (at > 75 ? at : null), reports: [told(10, 'danger', 'XLM', true)] },
    ['confirmed by no trade'],
  ],
])('a drill', (name, course, wrong) => {
  test(`is not well: ${name}`, () => expect(rowOf(course)).toMatchObject({ ok: false, wrong }))
})

test.each<[string, Course]>([
  ['other trades of the same pump earn a tier', { sound: ['warning', 'danger'] }],
  ['no trade could confirm a Danger', { cut: ['trades'], reports: [told(10, 'warning')] }],
])('where %s, it is well', (_, course) => expect(rowOf(course)).toMatchObject({ ok: true }))

test('with no way to the tickers left, an alert in the minute after is well', () => {
  const row = rowOf({ cut: ['poll'], kind: stale(-5, 80), reports: [told(90)] })
  expect(row).toMatchObject({ ok: true, delayS: 80, states: ['polling', 'stale'], recoveryS: 6 })
})
