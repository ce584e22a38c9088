import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openAcross, saveAcross } from '../../../src/detect/across/save-across.ts'
import { estranged, markMs, sameCoin } from '../../../src/detect/across/settings.ts'
import { DrawnVenues, hour, kinAt, minute, walkFrom } from './drawn-venues.ts'

const two = ['a:SYS/USDT', 'b:SYS/USDT']
const three = [...two, 'c:SYS/USDT']
const areOne = (venues: DrawnVenues) => kinAt(venues, 'a', 'SYS').includes('b')
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
      { numRuns: 12 },
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
      { numRuns: 8 },
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

describe('kinship', () => {
  const known = () => {
    const venues = new DrawnVenues(three)
    venues.run(4 * hour)
    expect(kinAt(venues, 'a', 'SYS')).toEqual(['a', 'b', 'c'])
    return venues
  }

  test('is remembered over restarts, also by way of a store', () => {
    const venues = known()
    venues.across = openAcross(structuredClone(saveAcross(venues.across)))
    expect(kinAt(venues, 'a', 'SYS')).toEqual(['a', 'b', 'c'])
    venues.run(10 * minute)
    expect(kinAt(venues, 'a', 'SYS')).toEqual(['a', 'b', 'c'])
  })

  test('is not taken up from another version, nor from nothing', () => {
    expect(openAcross({ ...saveAcross(known().across), shape: 0 }).coins.size).toBe(0)
    expect(openAcross(null).coins.size).toBe(0)
  })

  test('outlives a gap of a day, and is lost after two', () => {
    const venues = known()
    venues.off['b:SYS'] = 1.5
    venues.run(24 * hour)
    expect(areOne(venues)).toBe(true)
    venues.run(25 * hour)
    expect(kinAt(venues, 'b', 'SYS')).toEqual(['b'])
    expect(kinAt(venues, 'a', 'SYS')).toEqual(['a', 'c'])
  }, 20_000)

  test('is forgiven what was made up for: doubt begins anew', () => {
    const venues = known()
    venues.off['b:SYS'] = 1.5
    venues.run((estranged.marks - 30) * markMs)
    venues.off['b:SYS'] = 1
    venues.run(5 * minute)
    venues.off['b:SYS'] = 1.5
    venues.run(2 * hour)
    expect(areOne(venues)).toBe(true)
  }, 20_000)

  test('is lost by two days of silence, too: what comes back may be another coin', () => {
    const venues = known()
    venues.silent.add('b:SYS/USDT')
    venues.run(49 * hour)
    expect(kinAt(venues, 'b', 'SYS')).toEqual(['b'])
  }, 20_000)
})
