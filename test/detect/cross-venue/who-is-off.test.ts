import { describe, expect, test } from 'vitest'
import { agreed, said, tiersAfter } from './drawn/drawn-agreed.ts'
import { hour, kinAt, minute } from './drawn/drawn-venues.ts'

describe('who is off', () => {
  test('is told of the one, not of the others, whatever their number', () => {
    const names = ['a', 'b', 'c', 'd', 'e'].flatMap((venue) => [`${venue}:BTC/USDT`, `${venue}:SYS/USDT`])
    const venues = agreed(names)
    expect(kinAt(venues, 'a', 'SYS')).toHaveLength(5)
    venues.off['d:SYS'] = 0.6
    const changes = venues.run(10 * minute)
    expect(new Set(changes.map(({ venue }) => venue))).toEqual(new Set(['d']))
    expect(changes.at(-1)!.evidence[0]!.count).toBe(4)
  })

  test('is unknown where the others differ among themselves', () => {
    const venues = agreed()
    Object.assign(venues.off, { 'a:SYS': 1.4, 'b:SYS': 0.8 })
    expect(venues.run(10 * minute)).toEqual([])
  })

  test('cannot be known of two: a Notice of the one that moved, and the evidence says against one', () => {
    const venues = agreed(['a:BTC/USDT', 'b:BTC/USDT', 'a:SYS/USDT', 'b:SYS/USDT'])
    expect(kinAt(venues, 'a', 'SYS')).toEqual(['a', 'b'])
    venues.off['b:SYS'] = 1.5
    const changes = venues.run(20 * minute)
    expect(new Set(changes.map(({ venue, tier }) => `${venue} ${tier}`))).toEqual(new Set(['b notice']))
    expect(changes[0]!.evidence[0]!.count).toBe(1)
    // Also when that was hours ago, and the other one stirs.
    venues.run(4 * hour)
    venues.off['a:SYS'] = 1.03
    venues.run(10 * minute)
    expect(new Set(venues.changes.map(({ venue }) => venue))).toEqual(new Set(['b']))
  })

  test('is not said by a book so wide that it holds both', () => {
    const venues = agreed()
    const fair = venues.usd['SYS']! / venues.usd['USDT']!
    venues.more['b:SYS/USDT'] = { bid: fair * 0.9, ask: fair * 1.1 }
    venues.off['a:SYS'] = 1.4
    // Of the two others one is left.
    expect(new Set(tiersAfter(venues, 10 * minute))).toEqual(new Set(['notice']))
  })
})

describe('what a venue says of itself', () => {
  test('a halted pair has no gap, and is none to hold others against', () => {
    const venues = agreed()
    venues.more['a:SYS/USDT'] = { listing: 'halted' }
    venues.off['a:SYS'] = 1.4
    expect(venues.run(10 * minute)).toEqual([])
    const left = agreed()
    left.more['b:SYS/USDT'] = { listing: 'halted' }
    left.off['a:SYS'] = 1.4
    // Only one other is left.
    expect(new Set(tiersAfter(left, 10 * minute))).toEqual(new Set(['notice']))
  })

  test('suspended deposits or withdrawals explain a gap and make it Danger, after as long as any', () => {
    const venues = agreed()
    const since = venues.now - hour
    venues.suspended['a:SYS'] = since
    venues.off['a:SYS'] = 1.12
    expect(said(venues.run(3 * minute))).toEqual(['a notice surging'])
    const [card] = venues.run(10_000)
    expect(card!.tier).toBe('danger')
    expect(card!.evidence.map(({ sign, value }) => [sign, sign === 'suspended' ? value : null])).toEqual([
      ['suspended', since],
      ['venue-gap', null],
    ])
  })

  test('a venue whose doors are shut is none to hold others against', () => {
    const venues = agreed()
    venues.suspended['b:SYS'] = venues.now
    venues.suspended['c:SYS'] = venues.now
    venues.off['a:SYS'] = 1.4
    expect(venues.run(10 * minute)).toEqual([])
  })
})
