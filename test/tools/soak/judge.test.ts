import { expect, test } from 'vitest'
import { simulatedArea } from '../../../tools/simulated-browser/area.ts'
import { watchAlerts } from '../../../tools/soak/alert-watch.ts'
import { judge } from '../../../tools/soak/judge.ts'
import { readSoakOptions } from '../../../tools/soak/options.ts'
import type { LaidFault } from '../../../tools/soak/random-faults.ts'
import { summaryOf, wrongIn } from '../../../tools/soak/report.ts'
import type { SoakReport } from '../../../tools/soak/soak.ts'
import { plannedEvents } from '../../../tools/soak/soak-story.ts'
import type { SentAlert } from '../../../src/background/storage/sent-alert.ts'
import { exampleEpisode } from '../../background/simulated/example-episode.ts'

const hourMs = 3_600_000
const events = plannedEvents(24 * hourMs)
const [pump, crash] = events as [(typeof events)[number], (typeof events)[number]]
const coins = Array.from({ length: 9 }, (_, i) => ({ base: `C${i}` }))
const venues = [
  { venue: 'binance', pairs: [{ base: 'XLM' }, ...coins] },
  { venue: 'coincheck', pairs: [{ base: 'XLM' }] },
]
/** A rise may come from a low that is older than the pump. */
const rise = (venue: string, part = {}) =>
  exampleEpisode({
    ...{ id: `${venue}:1`, venue, base: 'XLM', kind: 'pump' },
    ...{ startedAt: pump.from - 800_000, peakAt: pump.from + 9000 },
    ...part,
  })
const fall = exampleEpisode({
  id: 'fall',
  symbol: null,
  base: null,
  kind: 'market-wide',
  startedAt: crash.from + 5,
  peakAt: crash.from + 9,
})
const alert = (episode: string, at: number, part: Partial<SentAlert> = {}): SentAlert => ({
  ...{ episode, at, tier: 'warning', fell: false, ratio: 1.2, way: 'alone' },
  ...part,
})

/** What is judged of two events where these alerts were stored one after the other. */
async function judged(
  episodes: Parameters<typeof judge>[2],
  alerts: readonly SentAlert[],
  faults: readonly LaidFault[] = [],
) {
  const local = simulatedArea()
  const watch = watchAlerts(local)
  for (const one of alerts) await local.set({ alerts: [one] })
  return judge([pump, crash], venues, episodes, watch, faults)
}

test('each venue must tell of what it lists, with an episode and a notification', async () => {
  const all = [rise('binance'), rise('coincheck'), fall]
  const sent = all.map(({ id }, i) => alert(id, i))
  expect(await judged(all, sent)).toEqual({ expected: 3, told: 3, double: 0, wrong: [] })
  expect(await judged(all.slice(1), sent)).toMatchObject({
    told: 2,
    wrong: ['binance: the XLM pump has no episode'],
  })
  expect(await judged(all, sent.slice(1))).toMatchObject({
    wrong: ['binance: the XLM pump has no notification'],
  })
})

test('the faults over an event that was missed are named beside it', async () => {
  const over = { venue: 'binance', name: 'reset', from: pump.from - 9000, until: pump.from + 81_000 }
  const faults = [
    { ...over, venue: 'coincheck' },
    over,
    { ...over, from: pump.until, until: pump.until + 1 },
    { ...over, from: 0, until: pump.from - hourMs },
  ]
  expect(
    await judged([rise('coincheck'), fall], [alert('coincheck:1', 1), alert('fall', 2)], faults),
  ).toMatchObject({
    wrong: ['binance: the XLM pump has no episode, reset from -9 s'],
  })
})

test('an episode of another time, coin or kind does not count', async () => {
  const others = [
    { peakAt: pump.from - 1 },
    { startedAt: pump.until + 1 },
    { base: 'SYS' },
    { kind: 'dump' as const },
  ]
  for (const part of others)
    expect(await judged([rise('coincheck', part)], [alert('coincheck:1', 1)])).toMatchObject({ told: 0 })
})

test('a second episode of a pair and an alert without news are double', async () => {
  const twice = [rise('coincheck'), rise('coincheck', { id: 'again' })]
  expect(await judged(twice, [alert('coincheck:1', 1)])).toMatchObject({ double: 1 })
  const steps = [{}, { tier: 'danger' as const }, { tier: 'danger' as const, fell: true }]
  const news = steps.map((part, i) => alert('coincheck:1', i, part))
  expect(await judged([rise('coincheck')], news)).toMatchObject({ double: 0 })
  const repeated = alert('coincheck:1', 9, { tier: 'danger', fell: true, ratio: 1.3 })
  expect(await judged([rise('coincheck')], [...news, repeated])).toMatchObject({ double: 1 })
})

const hour = (n: number, heapBytes: number, local = 1000) => ({
  ...{ hour: n, heapBytes, stored: { local, database: 2000 }, faults: 0, notifications: 0, requests: 0 },
})
const report = (perHour: SoakReport['perHour']): SoakReport => ({
  ...{ hours: 24, expected: 3, told: 3, double: 0, wrong: [] },
  perHour,
})

test('the heap may grow by a twentieth since hour 2, and storage has a budget', () => {
  const sound = report([hour(1, 10e6), hour(2, 50e6), hour(24, 52e6)])
  expect(summaryOf(sound)).toEqual({
    ...{ hours: 24, heapRatio: 1.04, storedBytes: 3000, expected: 3, told: 3, double: 0 },
  })
  expect(wrongIn(sound)).toEqual([])
  expect(wrongIn(report([hour(2, 50e6), hour(24, 53e6)]))).toEqual([
    'the heap grew to 1.060 of that at hour 2',
  ])
  expect(wrongIn(report([hour(2, 50e6, 6e6), hour(24, 50e6)]))).toEqual(['6000000 bytes in storage.local'])
})

test('the first pump is over before hour 2 of a long run, and has its share of a short one', () => {
  const firstOf = (hours: number) => {
    const [first, , last] = plannedEvents(hours * hourMs) as [typeof pump, typeof crash, typeof pump]
    // The last begins when three quarters of the run have passed.
    const begins = last.from - 0.75 * hours * hourMs
    return [first.from - begins, first.until - begins].map((ms) => ms / 60_000)
  }
  expect(firstOf(24)).toEqual([72, 102])
  expect(firstOf(1)).toEqual([6, 24])
})

test('options', () => {
  expect(readSoakOptions(['--hours', '1.5', '--venue', 'okx'])).toMatchObject({ hours: 1.5, venues: ['okx'] })
  expect(readSoakOptions([]).venues).toHaveLength(17)
  for (const argv of [
    ['--hours', '0'],
    ['--hours', 'x'],
    ['--seed', '-1'],
    ['--venue', 'nobody'],
    ['--more'],
  ])
    expect(() => readSoakOptions(argv)).toThrow(/^--|^Unknown|^Option/)
})
