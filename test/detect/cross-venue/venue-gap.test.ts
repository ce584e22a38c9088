import { describe, expect, test } from 'vitest'
import { agreed, said, three, tiersAfter } from './drawn/drawn-agreed.ts'
import { DrawnVenues, hour, minute } from './drawn/drawn-venues.ts'
import { sameEventMs } from '../../../src/detect/settings.ts'

describe('a venue gap', () => {
  test('needs kin: venues that have not agreed are not compared', () => {
    const venues = new DrawnVenues(three)
    venues.run(10 * minute)
    venues.off['a:SYS'] = 1.5
    expect(venues.run(hour)).toEqual([])
  })

  test('is a Notice after a minute, a Warning after two, Danger after three: by how far and how long', () => {
    const venues = agreed()
    venues.off['a:SYS'] = 1.35
    expect(venues.run(minute)).toEqual([])
    expect(tiersAfter(venues, 10_000)).toEqual(['notice'])
    expect(tiersAfter(venues, minute)).toEqual(['warning'])
    expect(tiersAfter(venues, minute)).toEqual(['danger'])
  })

  test.each([
    [1.09, null],
    [1.12, 'notice'],
    [1.22, 'warning'],
    [1.32, 'danger'],
    [0.91, null],
    [0.88, 'notice'],
    [0.78, 'warning'],
    [0.68, 'danger'],
  ])('of %f comes to %s at most', (off, tier) => {
    const venues = agreed()
    venues.off['a:SYS'] = off
    const changes = venues.run(hour / 4)
    expect(changes.at(-1)?.tier ?? null).toBe(tier)
    expect(new Set(changes.map(({ venue }) => venue)).size).toBe(tier ? 1 : 0)
  })

  test('tells what was measured, of the venue that is off, from the price the others show', () => {
    const venues = agreed()
    venues.leadMs = 7000
    venues.off['a:SYS'] = 1.12
    const [card] = venues.run(2 * minute)
    const reference = venues.usd['SYS']! / venues.usd['USDT']!
    expect(card).toMatchObject({
      venue: 'a',
      symbol: 'SYSUSDT',
      kind: 'venue-gap',
      tier: 'notice',
      phase: 'surging',
      evidence: [{ sign: 'venue-gap', unit: 'fraction', windowMs: 0, count: 2 }],
    })
    expect(card!.startPrice / reference).toBeCloseTo(1, 4)
    expect(card!.lastPrice / reference).toBeCloseTo(1.12, 4)
    expect(card!.evidence[0]!.value).toBeCloseTo(0.12, 3)
    // In the venue's own time, since it began, with the line of the minutes before.
    expect(card!.changedAt - card!.startedAt).toBe(minute)
    expect(card!.startedAt).toBe(venues.now - 2 * minute + 5000 + venues.leadMs)
    expect(card!.line.start).toBeGreaterThan(20)
    expect(card!.line.values[0]! / reference).toBeCloseTo(1, 1)
  })

  test('keeps its id through its life, and settles when the venues are together again', () => {
    const venues = agreed()
    venues.off['a:SYS'] = 1.35
    venues.run(10 * minute)
    venues.off['a:SYS'] = 1
    venues.run(hour)
    expect(new Set(venues.changes.map(({ id }) => id)).size).toBe(1)
    expect(said(venues.changes).slice(-2)).toEqual(['a danger falling', 'a danger settled'])
  })

  test('that opens again soon is the same, later another', () => {
    const venues = agreed()
    const open = () => {
      venues.off['a:SYS'] = 1.12
      venues.run(5 * minute)
      venues.off['a:SYS'] = 1
    }
    open()
    venues.run(20 * minute)
    expect(venues.changes.at(-1)!.phase).toBe('settled')
    open()
    expect(new Set(venues.changes.map(({ id }) => id)).size).toBe(1)
    venues.run(sameEventMs + hour)
    open()
    expect(new Set(venues.changes.map(({ id }) => id)).size).toBe(2)
  })

  test('holds until four fifths of its step, and a short dip below does not begin it anew', () => {
    const venues = agreed()
    venues.off['a:SYS'] = 1.105
    venues.run(40_000)
    venues.off['a:SYS'] = 1.085
    venues.run(15_000)
    expect(said(venues.run(15_000))).toEqual(['a notice surging'])
    const dipped = agreed()
    dipped.off['a:SYS'] = 1.105
    dipped.run(40_000)
    dipped.off['a:SYS'] = 1.07
    dipped.run(5000)
    dipped.off['a:SYS'] = 1.105
    expect(dipped.run(50_000)).toEqual([])
  })

  test('of ten times is one of units, not of markets', () => {
    const venues = agreed()
    venues.off['a:SYS'] = 1000
    expect(venues.run(hour)).toEqual([])
  })
})
