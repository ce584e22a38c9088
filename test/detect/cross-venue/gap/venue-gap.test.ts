import { describe, expect, test } from 'vitest'
import { sameEventMs } from '../../../../src/detect/settings.ts'
import { agreedVenues, summarise, threeVenues, tiersAfter } from '../synthetic/agreed-venues.ts'
import { hourMs, minuteMs, SyntheticVenues } from '../synthetic/synthetic-venues.ts'

describe('a venue gap', () => {
  test('needs a proven same coin: without proof venues are not compared', () => {
    const venues = new SyntheticVenues(threeVenues)
    venues.run(10 * minuteMs)
    venues.priceFactors['a:SYS'] = 1.5
    expect(venues.run(hourMs)).toEqual([])
  })

  test('is a Notice after one minute, a Warning after two, a Danger after three', () => {
    const venues = agreedVenues()
    venues.priceFactors['a:SYS'] = 1.35
    expect(venues.run(minuteMs)).toEqual([])
    expect(tiersAfter(venues, 10_000)).toEqual(['notice'])
    expect(tiersAfter(venues, minuteMs)).toEqual(['warning'])
    expect(tiersAfter(venues, minuteMs)).toEqual(['danger'])
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
  ])('with a price factor of %f reaches %s at most', (factor, tier) => {
    const venues = agreedVenues()
    venues.priceFactors['a:SYS'] = factor
    const changes = venues.run(hourMs / 4)
    expect(changes.at(-1)?.tier ?? null).toBe(tier)
    expect(new Set(changes.map(({ venue }) => venue)).size).toBe(tier ? 1 : 0)
  })

  test('has a card of the deviating venue that starts at the reference price and carries the measured gap', () => {
    const venues = agreedVenues()
    venues.clockLeadMs = 7000
    venues.priceFactors['a:SYS'] = 1.12
    const [card] = venues.run(2 * minuteMs)
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
    // In the venue's market time, since the gap began, with the price line of the minutes before.
    expect(card!.changedAt - card!.startedAt).toBe(minuteMs)
    expect(card!.startedAt).toBe(venues.now - 2 * minuteMs + 5000 + venues.clockLeadMs)
    expect(card!.line.start).toBeGreaterThan(20)
    expect(card!.line.values[0]! / reference).toBeCloseTo(1, 1)
  })

  test('keeps its id, and settles after the prices agree again', () => {
    const venues = agreedVenues()
    venues.priceFactors['a:SYS'] = 1.35
    venues.run(10 * minuteMs)
    venues.priceFactors['a:SYS'] = 1
    venues.run(hourMs)
    expect(new Set(venues.changes.map(({ id }) => id)).size).toBe(1)
    expect(summarise(venues.changes).slice(-2)).toEqual(['a danger falling', 'a danger settled'])
  })

  test('that returns soon is the same episode, later a new one', () => {
    const venues = agreedVenues()
    const openAndClose = () => {
      venues.priceFactors['a:SYS'] = 1.12
      venues.run(5 * minuteMs)
      venues.priceFactors['a:SYS'] = 1
    }
    openAndClose()
    venues.run(20 * minuteMs)
    expect(venues.changes.at(-1)!.phase).toBe('settled')
    openAndClose()
    expect(new Set(venues.changes.map(({ id }) => id)).size).toBe(1)
    venues.run(sameEventMs + hourMs)
    openAndClose()
    expect(new Set(venues.changes.map(({ id }) => id)).size).toBe(2)
  })

  test('holds its step down to four fifths of the size, and starts anew after a dip below', () => {
    const venues = agreedVenues()
    venues.priceFactors['a:SYS'] = 1.105
    venues.run(40_000)
    venues.priceFactors['a:SYS'] = 1.085
    venues.run(15_000)
    expect(summarise(venues.run(15_000))).toEqual(['a notice surging'])
    const dipped = agreedVenues()
    dipped.priceFactors['a:SYS'] = 1.105
    dipped.run(40_000)
    dipped.priceFactors['a:SYS'] = 1.07
    dipped.run(5000)
    dipped.priceFactors['a:SYS'] = 1.105
    expect(dipped.run(50_000)).toEqual([])
  })

  test('of a factor of ten or more is a change of unit and is ignored', () => {
    const venues = agreedVenues()
    venues.priceFactors['a:SYS'] = 1000
    expect(venues.run(hourMs)).toEqual([])
  })
})
