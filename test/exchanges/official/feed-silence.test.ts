import { describe, expect, test } from 'vitest'
import {
  type PairFeed,
  silentPair,
  silentVenues,
  usualPause,
} from '../../../src/exchanges/official/feed-silence.ts'

const now = 1_700_000_000_000
const seconds = (n: number) => n * 1000
const feed = (venue: string, age: number | null, everyMs = seconds(5)) => ({
  venue,
  at: age === null ? null : now - seconds(age),
  everyMs,
})
const namesOf = (...feeds: ReturnType<typeof feed>[]) => silentVenues(feeds, now).map(({ venue }) => venue)

describe('a venue', () => {
  test('is silent when its data stop and the others go on', () => {
    expect(silentVenues([feed('a', 40), feed('b', 2), feed('c', 4)], now)).toEqual([
      { kind: 'venue', venue: 'a', since: now - 40_000, silentMs: 40_000, others: 2, of: 2 },
    ])
  })

  test('is measured by its own pace', () => {
    expect(namesOf(feed('slow', 100, seconds(40)), feed('b', 2))).toEqual([])
    expect(namesOf(feed('slow', 161, seconds(40)), feed('b', 2))).toEqual(['slow'])
    expect(namesOf(feed('quick', 29, seconds(1)), feed('b', 2))).toEqual([])
  })

  test('is not when all are, for then it is our own line; nor when nobody else is watched', () => {
    expect(namesOf(feed('a', 60), feed('b', 60), feed('c', 90))).toEqual([])
    expect(namesOf(feed('a', 60), feed('b', 60), feed('c', 60), feed('d', 60), feed('e', 1))).toEqual([])
    expect(namesOf(feed('a', 60))).toEqual([])
  })

  test('that never spoke has not fallen silent', () => {
    expect(namesOf(feed('a', null), feed('b', 1))).toEqual([])
  })
})

describe('a pair', () => {
  const lively: PairFeed = {
    venue: 'a',
    symbol: 'SYSBTC',
    changedAt: now - seconds(300),
    gaps: Array.from({ length: 40 }, (_, i) => seconds(1 + (i % 5))),
    elsewhere: 0.05,
    venues: 3,
  }

  test('is silent when it rests far beyond its habit while its price elsewhere moves', () => {
    expect(silentPair(lively, now)).toMatchObject({
      kind: 'pair',
      silentMs: 300_000,
      usualMs: 5_000,
      venues: 3,
    })
    expect(silentPair({ ...lively, elsewhere: -0.05 }, now)).not.toBeNull()
  })

  test('is not when it is thin: hours are its habit', () => {
    const thin = { ...lively, changedAt: now - seconds(7200), gaps: lively.gaps.map((gap) => gap * 600) }
    expect(silentPair(thin, now)).toBeNull()
    expect(silentPair({ ...thin, changedAt: now - seconds(18_001) }, now)).not.toBeNull()
  })

  test.each([
    ['it has just traded', { changedAt: now - seconds(119) }],
    ['its habit is not known', { gaps: lively.gaps.slice(0, 19) }],
    ['nothing moves elsewhere', { elsewhere: 0.019 }],
    ['what happens elsewhere is not known', { elsewhere: null }],
    ['one venue alone moves a little', { elsewhere: 0.03, venues: 1 }],
    ['no venue is compared', { venues: 0 }],
  ])('is not when %s', (_, more) => {
    expect(silentPair({ ...lively, ...more }, now)).toBeNull()
  })

  test('one pause of many does not make its habit', () => {
    expect(usualPause([...lively.gaps.slice(0, 39), seconds(9000)])).toBe(5_000)
  })
})
