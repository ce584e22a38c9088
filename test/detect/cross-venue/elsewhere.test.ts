import { beforeEach, describe, expect, test } from 'vitest'
import { elsewhereOf } from '../../../src/detect/cross-venue/elsewhere.ts'
import { withOthers } from '../../../src/detect/cross-venue/with-others.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { alike, pump } from './drawn/drawn-card.ts'
import { DrawnVenues, hour, minute } from './drawn/drawn-venues.ts'

let venues: DrawnVenues
beforeEach(() => (venues = alike.still()))

describe('whether other venues move too', () => {
  const others = (card: Episode) =>
    withOthers(venues.across, card, venues.now, venues.outside).evidence.find(
      ({ sign }) => sign === 'other-venues',
    )

  test('is told of a pump at one venue: they do not', () => {
    venues.run(2 * minute)
    const card = pump(venues.now)
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
    expect(others(card)!.windowMs).toBeLessThan(3 * minute)
  })

  test('is measured over twenty minutes at most, and says so', () => {
    const card = pump(venues.now)
    venues.run(hour)
    expect(others(card)!.windowMs).toBeLessThanOrEqual(21 * minute)
  })

  test('is not measured across a time in which nothing was heard', () => {
    const card = pump(venues.now)
    venues.now += hour
    venues.run(2 * minute)
    expect(others(card)!.windowMs).toBeLessThan(3 * minute)
  })

  test('is not measured across a change of the currency that all are measured in', () => {
    const japan = new DrawnVenues(['a', 'b'].flatMap((venue) => [`${venue}:BTC/JPY`, `${venue}:SYS/JPY`]))
    japan.forex({ base: 'USD', quote: 'JPY', rate: 150, at: japan.now })
    // After two hours the rate is too old: yen then measure themselves.
    japan.run(2 * hour - minute)
    japan.walk('SYS', null)
    const card = pump(japan.now)
    japan.run(3 * minute)
    const found = withOthers(japan.across, card, japan.now, japan.outside)
    expect(found.evidence.find(({ sign }) => sign === 'other-venues')?.value).toBeCloseTo(0, 2)
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
    venues.off['b:SYS'] = 1.08
    venues.leadMs = 7000
    venues.run(10_000)
    const usd = venues.usd['SYS']!
    const rows = table()
    expect(rows.map(({ pair }) => `${pair.venue} ${pair.quote}`)).toEqual([
      'c BTC',
      'b BTC',
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
