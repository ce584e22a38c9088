import { beforeEach, describe, expect, test } from 'vitest'
import { otherVenuePrices } from '../../../src/detect/cross-venue/other-venue-prices.ts'
import { sameCoinMarket } from './synthetic/pump-card.ts'
import { minuteMs, type SyntheticVenues } from './synthetic/synthetic-venues.ts'

let venues: SyntheticVenues
beforeEach(() => (venues = sameCoinMarket.standStill()))

describe('prices of a coin at other venues', () => {
  const table = () =>
    otherVenuePrices(venues.state, { venue: 'a', base: 'SYS', quote: 'BTC' }, venues.context)

  test('list one pair per venue, in the same quote currency if possible, with USD price and gap', () => {
    venues.priceFactors['b:SYS'] = 1.08
    venues.clockLeadMs = 7000
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
    expect(rows[0]!.at).toBe(venues.now + venues.clockLeadMs)
  })

  test('have no gap if stale, but their time', () => {
    venues.run(10_000)
    venues.silent.add('b:SYS/USDT').add('b:SYS/BTC')
    const last = venues.now
    venues.run(2 * minuteMs)
    expect(table().find(({ pair }) => pair.venue === 'b')).toMatchObject({ gap: null, usd: null, at: last })
  })

  test('mark venues where the pair is halted or the coin suspended', () => {
    venues.suspendedSince['b:SYS'] = venues.now
    venues.overrides['c:SYS/BTC'] = { listing: 'halted' }
    venues.overrides['c:SYS/USDT'] = { listing: 'halted' }
    venues.run(10_000)
    expect(table().map(({ pair, suspended }) => [pair.venue, suspended])).toEqual([
      ['b', true],
      ['c', true],
      ['other', false],
      ['upbit', false],
    ])
  })

  test('are an empty list for an unknown pair', () => {
    expect(otherVenuePrices(venues.state, { venue: 'a', base: 'NIX', quote: 'BTC' }, venues.context)).toEqual(
      [],
    )
  })
})
