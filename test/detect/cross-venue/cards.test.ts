import { beforeEach, describe, expect, test } from 'vitest'
import { withOthers } from '../../../src/detect/cross-venue/with-others.ts'
import { alike, pump } from './drawn/drawn-card.ts'
import { type DrawnVenues, hour, minute } from './drawn/drawn-venues.ts'

let venues: DrawnVenues
beforeEach(() => (venues = alike.still()))

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

  test('says nothing of its own where it begins inside that card, whatever was before', () => {
    venues.off['a:SYS'] = 1.12
    venues.run(5 * minute)
    delete venues.off['a:SYS']
    venues.run(2 * hour)
    open()
    venues.off['a:SYS'] = 1.12
    expect(new Set(venues.run(10 * minute).map(({ id }) => id))).toEqual(new Set(['pump']))
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
