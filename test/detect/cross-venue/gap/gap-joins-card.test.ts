import { beforeEach, describe, expect, test } from 'vitest'
import { annotateCard } from '../../../../src/detect/cross-venue/annotate-card.ts'
import { pumpCard, sameCoinMarket } from '../synthetic/pump-card.ts'
import { hourMs, minuteMs, type SyntheticVenues } from '../synthetic/synthetic-venues.ts'

let venues: SyntheticVenues
beforeEach(() => (venues = sameCoinMarket.standStill()))

const openPump = () => (venues.openCards['a:SYS'] = pumpCard(venues.now))

describe('a venue gap of a coin that already has a card', () => {
  test('joins that card: adds its kind, the stronger tier, and its evidence in second place', () => {
    openPump()
    venues.priceFactors['a:SYS'] = 1.35
    const changes = venues.run(10 * minuteMs)
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

  test('does not lower the tier of the card', () => {
    venues.openCards['a:SYS'] = { ...pumpCard(venues.now), tier: 'danger' }
    venues.priceFactors['a:SYS'] = 1.12
    expect(venues.run(10 * minuteMs).map(({ tier }) => tier)).not.toContain('notice')
  })

  test('moves into a card that begins later, and ends its own card', () => {
    venues.priceFactors['a:SYS'] = 1.12
    const [ownCard] = venues.run(2 * minuteMs)
    openPump()
    const changes = venues.run(5000)
    expect(changes).toMatchObject([{ id: ownCard!.id, phase: 'settled' }])
    expect(annotateCard(venues.state, venues.openCards['a:SYS']!, venues.now, venues.context).also).toEqual([
      'venue-gap',
    ])
  })

  test('opens no card of its own when it begins during the other card, even after an earlier gap', () => {
    venues.priceFactors['a:SYS'] = 1.12
    venues.run(5 * minuteMs)
    delete venues.priceFactors['a:SYS']
    venues.run(2 * hourMs)
    openPump()
    venues.priceFactors['a:SYS'] = 1.12
    expect(new Set(venues.run(10 * minuteMs).map(({ id }) => id))).toEqual(new Set(['pump']))
  })

  test('opens its own card when the other card ends', () => {
    openPump()
    venues.priceFactors['a:SYS'] = 1.12
    venues.run(5 * minuteMs)
    delete venues.openCards['a:SYS']
    expect(venues.run(5000)).toMatchObject([{ kind: 'venue-gap', venue: 'a' }])
    expect(venues.run(minuteMs)).toEqual([])
  })

  test('stays on the card after the gap has closed', () => {
    const card = openPump()
    venues.priceFactors['a:SYS'] = 1.35
    venues.run(10 * minuteMs)
    delete venues.priceFactors['a:SYS']
    venues.run(30 * minuteMs)
    expect(venues.changes.at(-1)!.phase).toBe('surging')
    expect(annotateCard(venues.state, card, venues.now, venues.context)).toMatchObject({
      also: ['venue-gap'],
      tier: 'danger',
    })
    // But not on a later card.
    expect(annotateCard(venues.state, pumpCard(venues.now), venues.now, venues.context).also).toEqual([])
  })
})
