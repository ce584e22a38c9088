import { describe, expect, test } from 'vitest'
import { openAcross, saveAcross } from '../../../src/detect/cross-venue/save-cross-venue.ts'
import { estranged, markMs } from '../../../src/detect/cross-venue/settings.ts'
import { agreed } from './drawn/drawn-agreed.ts'
import { hour, kinAt, minute } from './drawn/drawn-venues.ts'

describe('kinship', () => {
  test('is remembered over restarts, also by way of a store', () => {
    const venues = agreed()
    venues.across = openAcross(structuredClone(saveAcross(venues.across)))
    expect(kinAt(venues, 'a', 'SYS')).toEqual(['a', 'b', 'c'])
    venues.run(10 * minute)
    expect(kinAt(venues, 'a', 'SYS')).toEqual(['a', 'b', 'c'])
  })

  test('is not taken up from another version, nor from nothing', () => {
    expect(openAcross({ ...saveAcross(agreed().across), shape: 0 }).coins.size).toBe(0)
    expect(openAcross(null).coins.size).toBe(0)
  })

  test('outlives a gap of a day, and is lost after two', () => {
    const venues = agreed()
    venues.off['b:SYS'] = 1.5
    venues.run(24 * hour)
    expect(kinAt(venues, 'a', 'SYS')).toEqual(['a', 'b', 'c'])
    venues.run(25 * hour)
    expect(kinAt(venues, 'b', 'SYS')).toEqual(['b'])
    expect(kinAt(venues, 'a', 'SYS')).toEqual(['a', 'c'])
  }, 20_000)

  test('is forgiven what was made up for: doubt begins anew', () => {
    const venues = agreed()
    venues.off['b:SYS'] = 1.5
    venues.run((estranged.marks - 30) * markMs)
    venues.off['b:SYS'] = 1
    venues.run(5 * minute)
    venues.off['b:SYS'] = 1.5
    venues.run(2 * hour)
    expect(kinAt(venues, 'a', 'SYS')).toEqual(['a', 'b', 'c'])
  }, 20_000)

  test('is lost by two days of silence, too: what comes back may be another coin', () => {
    const venues = agreed()
    venues.silent.add('b:SYS/USDT')
    venues.run(49 * hour)
    expect(kinAt(venues, 'b', 'SYS')).toEqual(['b'])
  }, 20_000)
})
