import { beforeEach, describe, expect, test } from 'vitest'
import { elsewhereOf } from '../../../src/detect/across/elsewhere.ts'
import { withOthers } from '../../../src/detect/across/with-others.ts'
import type { Episode } from '../../../src/market/episode.ts'
import type { Evidence } from '../../../src/market/evidence.ts'
import { DrawnVenues, hour, minute } from './drawn-venues.ts'

const names = ['a', 'b', 'c'].flatMap((venue) => [
  `${venue}:BTC/USDT`,
  `${venue}:SYS/USDT`,
  `${venue}:SYS/BTC`,
])
const alike = new DrawnVenues([...names, 'a:USDT/USD', 'other:SYS/USDT', 'upbit:SYS/KRW'])
alike.off['other:SYS'] = 3
alike.run(6 * hour)
let venues: DrawnVenues
beforeEach(() => (venues = alike.still()))

const line = (sign: Evidence['sign'], at: number): Evidence => ({
  sign,
  value: 0.38,
  unit: 'fraction',
  windowMs: minute,
  at,
})

/** A pump of SYS/BTC at venue `a` as its engine tells it. */
function pump(startedAt: number): Episode {
  const price = { startPrice: 1, peakPrice: 1.3, lastPrice: 1.3, peakAt: startedAt }
  return {
    ...price,
    id: 'pump',
    venue: 'a',
    symbol: 'SYSBTC',
    base: 'SYS',
    quote: 'BTC',
    kind: 'pump',
    also: [],
    tier: 'warning',
    phase: 'surging',
    startedAt,
    changedAt: startedAt,
    updatedAt: startedAt,
    probability: 0.9,
    confirmed: true,
    evidence: [line('return', startedAt), line('turnover', startedAt), line('rush-orders', startedAt)],
    line: { values: [1], stepMs: 1000, start: 0 },
    strayPrint: null,
  }
}

const open = () => (venues.cards['a:SYS'] = pump(venues.now))

describe('a gap of a coin that has a card already', () => {
  test('joins it: one card, with the kind, the stronger tier and the evidence second', () => {
    open()
    venues.off['a:SYS'] = 1.35
    const changes = venues.run(10 * minute)
    expect(new Set(changes.map(({ id }) => id))).toEqual(new Set(['pump']))
    expect(changes.at(-1)).toMatchObject({
      kind: 'pump',
      also: ['venue-gap'],
      tier: 'danger',
      symbol: 'SYSBTC',
    })
    expect(changes.at(-1)!.evidence.map(({ sign }) => sign)).toEqual([
      'return',
      'venue-gap',
      'turnover',
      'rush-orders',
    ])
  })

  test('leaves a card as strong as it is', () => {
    venues.cards['a:SYS'] = { ...pump(venues.now), tier: 'danger' }
    venues.off['a:SYS'] = 1.12
    expect(venues.run(10 * minute).map(({ tier }) => tier)).not.toContain('notice')
  })

  test('goes over into a card that begins after it, and its own ends', () => {
    venues.off['a:SYS'] = 1.12
    const [own] = venues.run(2 * minute)
    open()
    const changes = venues.run(5000)
    expect(changes).toMatchObject([{ id: own!.id, phase: 'settled' }])
    expect(withOthers(venues.across, venues.cards['a:SYS']!, venues.now, venues.outside).also).toEqual([
      'venue-gap',
    ])
  })

  test('stands alone again where that card has ended', () => {
    open()
    venues.off['a:SYS'] = 1.12
    venues.run(5 * minute)
    delete venues.cards['a:SYS']
    expect(venues.run(5000)).toMatchObject([{ kind: 'venue-gap', venue: 'a' }])
    expect(venues.run(minute)).toEqual([])
  })

  test('stays on it after the venues are together again', () => {
    const card = open()
    venues.off['a:SYS'] = 1.35
    venues.run(10 * minute)
    delete venues.off['a:SYS']
    venues.run(30 * minute)
    expect(venues.changes.at(-1)!.phase).toBe('surging')
    expect(withOthers(venues.across, card, venues.now, venues.outside)).toMatchObject({
      also: ['venue-gap'],
      tier: 'danger',
    })
    // But not on a later one.
    expect(withOthers(venues.across, pump(venues.now), venues.now, venues.outside).also).toEqual([])
  })
})

describe('whether other venues move too', () => {
  const others = (card: Episode) =>
    withOthers(venues.across, card, venues.now, venues.outside).evidence.find(
      ({ sign }) => sign === 'other-venues',
    )

  test('is told of a pump at one venue: they do not', () => {
    venues.run(2 * minute)
    const card = open()
    venues.off['a:SYS'] = 1.3
    venues.run(90_000)
    const found = others(card)!
    expect(found).toMatchObject({ unit: 'fraction', count: 2 })
    expect(found.value).toBeCloseTo(0, 3)
    expect(found.windowMs).toBeGreaterThanOrEqual(90_000)
    expect(found.windowMs).toBeLessThan(90_000 + minute + 5000)
  })

  test('is told of a pump everywhere: the median of what they did', () => {
    venues.run(2 * minute)
    venues.leadMs = -3 * hour
    const card = pump(venues.now + venues.leadMs)
    venues.usd['SYS']! *= 1.2
    venues.off['b:SYS'] = 1.02
    venues.run(90_000)
    expect(others(card)!.value).toBeCloseTo(1.2 * 1.01 - 1, 2)
    expect(others(card)!.at).toBe(venues.now + venues.leadMs)
  })

  test('is measured over twenty minutes at most, and says so', () => {
    const card = pump(venues.now)
    venues.run(hour)
    expect(others(card)!.windowMs).toBeLessThanOrEqual(21 * minute)
  })

  test('is not told where no other venue is known to show the same coin', () => {
    const card = { ...pump(venues.now), venue: 'other' }
    venues.run(5 * minute)
    expect(others(card)).toBeUndefined()
    venues.silent.add('b:SYS/USDT').add('b:SYS/BTC').add('c:SYS/USDT').add('c:SYS/BTC')
    venues.run(2 * minute)
    expect(others(pump(venues.now))).toBeUndefined()
  })

  test('is no question of a market-wide move', () => {
    const card = { ...pump(venues.now), kind: 'market-wide', symbol: null, base: null, quote: null } as const
    expect(withOthers(venues.across, card, venues.now, venues.outside)).toBe(card)
  })
})

describe('the coin on other venues', () => {
  const table = () => elsewhereOf(venues.across, { venue: 'a', base: 'SYS', quote: 'BTC' }, venues.outside)

  test('shows one pair of each, of the same quote where there is one, with price in USD and gap', () => {
    venues.off['c:SYS'] = 1.08
    venues.leadMs = 7000
    venues.run(10_000)
    const usd = venues.usd['SYS']!
    const rows = table()
    expect(rows.map(({ pair }) => `${pair.venue} ${pair.quote}`)).toEqual([
      'b BTC',
      'c BTC',
      'other USDT',
      'upbit KRW',
    ])
    expect(rows.map(({ gap }) => gap && Math.round(gap * 100))).toEqual([0, 8, null, null])
    expect(rows.map((row) => row.usd && Math.round((row.usd / usd) * 100))).toEqual([100, 108, 300, null])
    expect(rows[0]!.at).toBe(venues.now + venues.leadMs)
  })

  test('knows no gap to a price that is stale, and says how old it is', () => {
    venues.run(10_000)
    venues.silent.add('b:SYS/USDT').add('b:SYS/BTC')
    const last = venues.now
    venues.run(2 * minute)
    expect(table().find(({ pair }) => pair.venue === 'b')).toMatchObject({ gap: null, usd: null, at: last })
  })

  test('marks a venue that is halted or has suspended the coin', () => {
    venues.suspended['b:SYS'] = venues.now
    venues.more['c:SYS/BTC'] = { listing: 'halted' }
    venues.more['c:SYS/USDT'] = { listing: 'halted' }
    venues.run(10_000)
    expect(table().map(({ pair, suspended }) => [pair.venue, suspended])).toEqual([
      ['b', true],
      ['c', true],
      ['other', false],
      ['upbit', false],
    ])
  })

  test('is empty for a pair nobody has heard of', () => {
    expect(elsewhereOf(venues.across, { venue: 'a', base: 'NIX', quote: 'BTC' }, venues.outside)).toEqual([])
  })
})
