import { describe, expect, test } from 'vitest'
import { agreedVenues, summarise, tiersAfter } from '../synthetic/agreed-venues.ts'
import { hourMs, minuteMs, sameCoinVenues } from '../synthetic/synthetic-venues.ts'

describe('the venue with the deviating price', () => {
  test('gets the card, not the other venues, however many there are', () => {
    const names = ['a', 'b', 'c', 'd', 'e'].flatMap((venue) => [`${venue}:BTC/USDT`, `${venue}:SYS/USDT`])
    const venues = agreedVenues(names)
    expect(sameCoinVenues(venues, 'a', 'SYS')).toHaveLength(5)
    venues.priceFactors['d:SYS'] = 0.6
    const changes = venues.run(10 * minuteMs)
    expect(new Set(changes.map(({ venue }) => venue))).toEqual(new Set(['d']))
    expect(changes.at(-1)!.evidence[0]!.count).toBe(4)
  })

  test('is unknown when the others disagree among themselves', () => {
    const venues = agreedVenues()
    Object.assign(venues.priceFactors, { 'a:SYS': 1.4, 'b:SYS': 0.8 })
    expect(venues.run(10 * minuteMs)).toEqual([])
  })

  test('of two venues is the one that moved: no more than a Notice, with evidence against one venue', () => {
    const venues = agreedVenues(['a:BTC/USDT', 'b:BTC/USDT', 'a:SYS/USDT', 'b:SYS/USDT'])
    expect(sameCoinVenues(venues, 'a', 'SYS')).toEqual(['a', 'b'])
    venues.priceFactors['b:SYS'] = 1.5
    const changes = venues.run(20 * minuteMs)
    expect(new Set(changes.map(({ venue, tier }) => `${venue} ${tier}`))).toEqual(new Set(['b notice']))
    expect(changes[0]!.evidence[0]!.count).toBe(1)
    // Also hours later, when the other venue moves slightly.
    venues.run(4 * hourMs)
    venues.priceFactors['a:SYS'] = 1.03
    venues.run(10 * minuteMs)
    expect(new Set(venues.changes.map(({ venue }) => venue))).toEqual(new Set(['b']))
  })

  test('is not determined by a venue whose book is so wide that it spans both prices', () => {
    const venues = agreedVenues()
    const fair = venues.usd['SYS']! / venues.usd['USDT']!
    venues.overrides['b:SYS/USDT'] = { bid: fair * 0.9, ask: fair * 1.1 }
    venues.priceFactors['a:SYS'] = 1.4
    // One of the two other venues is left.
    expect(new Set(tiersAfter(venues, 10 * minuteMs))).toEqual(new Set(['notice']))
  })
})

describe('official status of a venue', () => {
  test('a halted pair has no gap and is not used as a reference', () => {
    const venues = agreedVenues()
    venues.overrides['a:SYS/USDT'] = { listing: 'halted' }
    venues.priceFactors['a:SYS'] = 1.4
    expect(venues.run(10 * minuteMs)).toEqual([])
    const left = agreedVenues()
    left.overrides['b:SYS/USDT'] = { listing: 'halted' }
    left.priceFactors['a:SYS'] = 1.4
    // Only one other venue is left.
    expect(new Set(tiersAfter(left, 10 * minuteMs))).toEqual(new Set(['notice']))
  })

  test('suspended deposits or withdrawals make any gap a Danger after the usual duration, with evidence', () => {
    const venues = agreedVenues()
    const since = venues.now - hourMs
    venues.suspendedSince['a:SYS'] = since
    venues.priceFactors['a:SYS'] = 1.12
    expect(summarise(venues.run(3 * minuteMs))).toEqual(['a notice surging'])
    const [card] = venues.run(10_000)
    expect(card!.tier).toBe('danger')
    expect(card!.evidence.map(({ sign, value }) => [sign, sign === 'suspended' ? value : null])).toEqual([
      ['suspended', since],
      ['venue-gap', null],
    ])
  })

  test('a venue with suspended deposits or withdrawals is not used as a reference', () => {
    const venues = agreedVenues()
    venues.suspendedSince['b:SYS'] = venues.now
    venues.suspendedSince['c:SYS'] = venues.now
    venues.priceFactors['a:SYS'] = 1.4
    expect(venues.run(10 * minuteMs)).toEqual([])
  })
})
