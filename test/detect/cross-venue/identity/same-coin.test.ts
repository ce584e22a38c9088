import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markMs, sameCoin } from '../../../../src/detect/cross-venue/settings.ts'
import { DrawnVenues, hour, kinAt, minute, walkFrom } from '../drawn/drawn-venues.ts'

const two = ['a:SYS/USDT', 'b:SYS/USDT']
const three = [...two, 'c:SYS/USDT']
const areOne = (venues: DrawnVenues) => kinAt(venues, 'a', 'SYS').includes('b')
/** Fixed where chance plays: one in some thousands of unlike coins is taken for the same within a day (settings.ts). */
const seeds = fc.integer({ min: 1, max: 1_000_000 })

describe('two places of a ticker', () => {
  test('are one coin once their prices have gone the same way for an hour and a half, and not before', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const venues = new DrawnVenues(two, seed)
        venues.run((sameCoin.minutes - 2) * markMs)
        expect(areOne(venues)).toBe(false)
        venues.run(8 * hour)
        expect(areOne(venues)).toBe(true)
      }),
      { numRuns: 8 },
    )
  })

  test('are one over currencies: BTC, yen and won', () => {
    const money = ['a:BTC/USDT', 'bitbank:BTC/JPY', 'upbit:BTC/KRW']
    const venues = new DrawnVenues([...money, 'a:SYS/BTC', 'bitbank:SYS/JPY', 'upbit:SYS/KRW'])
    venues.run(4 * hour)
    expect(kinAt(venues, 'a', 'SYS')).toEqual(['a', 'bitbank', 'upbit'])
  })

  test('are never one at three times the price', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(3, 1 / 3, 1.2), (seed, ratio) => {
        const venues = new DrawnVenues(two, seed)
        venues.off['b:SYS'] = ratio
        venues.run(8 * hour)
        expect(areOne(venues)).toBe(false)
      }),
      { numRuns: 10 },
    )
  })

  test('are never one where another coin of like price goes its own way', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const venues = new DrawnVenues(two, seed)
        const other = walkFrom(seed + 77)
        venues.run(8 * hour, ({ usd, off }) => {
          off['b:SYS'] = (3.06 * Math.exp(other())) / usd['SYS']!
        })
        expect(areOne(venues)).toBe(false)
      }),
      { numRuns: 12, seed: 1 },
    )
  })

  test('are never one where the ratio drifts from 1.02 away, the market moving both', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const venues = new DrawnVenues(two, seed)
        // Four fifths of the variance are common.
        const own = walkFrom(seed + 77, 0.0003)
        venues.run(8 * hour, ({ off }) => {
          off['b:SYS'] = 1.02 * Math.exp(own())
        })
        expect(areOne(venues)).toBe(false)
      }),
      { numRuns: 12, seed: 1 },
    )
  })

  test('are not one for standing still side by side', () => {
    const venues = new DrawnVenues(two)
    venues.walk('SYS', null)
    venues.run(12 * hour)
    expect(areOne(venues)).toBe(false)
  })

  test('are not one for bouncing about the same price, each for itself', () => {
    const venues = new DrawnVenues(two)
    venues.walk('SYS', null)
    const [own, other] = [walkFrom(1, 1), walkFrom(2, 1)]
    const bounce = (next: () => number) => 1 + 0.004 * Math.sin(next())
    venues.run(12 * hour, ({ off }) => Object.assign(off, { 'a:SYS': bounce(own), 'b:SYS': bounce(other) }))
    expect(areOne(venues)).toBe(false)
  })

  test('are found past a third of like price, with which it came to nothing for hours', () => {
    const venues = new DrawnVenues(three)
    venues.walk('SYS', walkFrom(5, 0.0001))
    const other = walkFrom(9, 0.0001)
    // B is another coin, at first the nearest to C; A and C are one, a percent apart.
    venues.run(12 * hour, ({ usd, off }) => {
      off['a:SYS'] = 1.01
      off['b:SYS'] = (3 * Math.exp(other())) / usd['SYS']!
    })
    expect(kinAt(venues, 'c', 'SYS')).toEqual(['a', 'c'])
  })

  test('are learnt of also after the clock was set back', () => {
    const venues = new DrawnVenues(two)
    venues.run(10 * minute)
    venues.now -= 12 * hour
    venues.run(8 * hour)
    expect(areOne(venues)).toBe(true)
  })

  test('are not made one by an anomaly that takes one to the price of the other', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const venues = new DrawnVenues(two, seed)
        const own = walkFrom(seed + 77)
        const pump = { height: 0 }
        const each = ({ usd, off }: DrawnVenues) => {
          off['a:SYS'] = 1 + pump.height
          off['b:SYS'] = (3.9 * Math.exp(own())) / usd['SYS']!
        }
        venues.run(2 * hour, each)
        // A is pumped onto B's level and held there for three hours.
        pump.height = 0.3
        venues.run(3 * hour, each)
        expect(areOne(venues)).toBe(false)
      }),
      { numRuns: 8, seed: 1 },
    )
  })

  test('learn nothing while one is silent, halted, or of unknown currency', () => {
    const silent = new DrawnVenues(two)
    silent.silent.add('b:SYS/USDT')
    const halted = new DrawnVenues(two)
    halted.more['b:SYS/USDT'] = { listing: 'halted' }
    const unknown = new DrawnVenues(['a:SYS/USDT', 'b:SYS/KRW'])
    for (const venues of [silent, halted, unknown]) {
      venues.run(4 * hour)
      expect(areOne(venues)).toBe(false)
    }
  })
})
