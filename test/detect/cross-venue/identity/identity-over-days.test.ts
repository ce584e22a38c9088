import { describe, expect, test } from 'vitest'
import { loadCrossVenueState, saveCrossVenue } from '../../../../src/detect/cross-venue/save-cross-venue.ts'
import { identityLoss, sampleIntervalMs } from '../../../../src/detect/cross-venue/settings.ts'
import { agreedVenues } from '../synthetic/agreed-venues.ts'
import { hourMs, minuteMs, sameCoinVenues } from '../synthetic/synthetic-venues.ts'

describe('the identity of a coin', () => {
  test('is kept across restarts', () => {
    const venues = agreedVenues()
    venues.state = loadCrossVenueState(structuredClone(saveCrossVenue(venues.state)))
    expect(sameCoinVenues(venues, 'a', 'SYS')).toEqual(['a', 'b', 'c'])
    venues.run(10 * minuteMs)
    expect(sameCoinVenues(venues, 'a', 'SYS')).toEqual(['a', 'b', 'c'])
  })

  test('is not loaded from another version, nor from nothing', () => {
    expect(loadCrossVenueState({ ...saveCrossVenue(agreedVenues().state), shape: 0 }).coins.size).toBe(0)
    expect(loadCrossVenueState(null).coins.size).toBe(0)
  })

  test('outlives a gap of one day, and is lost after two', () => {
    const venues = agreedVenues()
    venues.priceFactors['b:SYS'] = 1.5
    venues.run(24 * hourMs)
    expect(sameCoinVenues(venues, 'a', 'SYS')).toEqual(['a', 'b', 'c'])
    venues.run(25 * hourMs)
    expect(sameCoinVenues(venues, 'b', 'SYS')).toEqual(['b'])
    expect(sameCoinVenues(venues, 'a', 'SYS')).toEqual(['a', 'c'])
  })

  test('is kept if the prices agree again in between: the count of samples apart restarts', () => {
    const venues = agreedVenues()
    venues.priceFactors['b:SYS'] = 1.5
    venues.run((identityLoss.minSamples - 30) * sampleIntervalMs)
    venues.priceFactors['b:SYS'] = 1
    venues.run(5 * minuteMs)
    venues.priceFactors['b:SYS'] = 1.5
    venues.run(2 * hourMs)
    expect(sameCoinVenues(venues, 'a', 'SYS')).toEqual(['a', 'b', 'c'])
  })

  test('is also lost after two days without quotes', () => {
    const venues = agreedVenues()
    venues.silent.add('b:SYS/USDT')
    venues.run(49 * hourMs)
    expect(sameCoinVenues(venues, 'b', 'SYS')).toEqual(['b'])
  })
})
