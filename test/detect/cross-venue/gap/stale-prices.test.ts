import { describe, expect, test } from 'vitest'
import { loadCrossVenueState, saveCrossVenue } from '../../../../src/detect/cross-venue/save-cross-venue.ts'
import { agreedVenues, threeVenues, tiersAfter } from '../synthetic/agreed-venues.ts'
import { hourMs, minuteMs, sameCoinVenues, SyntheticVenues } from '../synthetic/synthetic-venues.ts'

describe('stale prices', () => {
  test('of the venue itself: no gap, however far its last price is off', () => {
    const venues = agreedVenues()
    venues.priceFactors['a:SYS'] = 1.4
    venues.run(5000)
    venues.silent.add('a:SYS/USDT')
    expect(venues.run(10 * minuteMs)).toEqual([])
  })

  test('of the other venues: no reference', () => {
    const venues = agreedVenues()
    venues.silent.add('b:SYS/USDT').add('c:SYS/USDT')
    venues.run(minuteMs)
    venues.priceFactors['a:SYS'] = 1.4
    expect(venues.run(10 * minuteMs)).toEqual([])
  })

  test('of currency crosses: with BTC/KRW and USDT/KRW stale, a venue quoting in won is not compared', () => {
    const won = ['upbit:USDT/KRW', 'upbit:BTC/KRW', 'upbit:SYS/KRW']
    const venues = agreedVenues([...threeVenues, ...won])
    expect(sameCoinVenues(venues, 'upbit', 'SYS')).toHaveLength(4)
    venues.silent.add('upbit:USDT/KRW').add('upbit:BTC/KRW')
    venues.run(minuteMs)
    venues.priceFactors['upbit:SYS'] = 1.4
    expect(venues.run(10 * minuteMs)).toEqual([])
    venues.silent.clear()
    expect(venues.run(10 * minuteMs).at(-1)).toMatchObject({ venue: 'upbit', quote: 'KRW', tier: 'danger' })
  })

  test('of the forex market: a venue quoting in yen is not compared', () => {
    const yen = new SyntheticVenues([...threeVenues, 'bitbank:SYS/JPY', 'a:USDT/USD'])
    const sendRate = ({ now }: SyntheticVenues) =>
      yen.takeForexRates({ base: 'USD', quote: 'JPY', rate: 150, at: now })
    yen.run(8 * hourMs, sendRate)
    expect(sameCoinVenues(yen, 'bitbank', 'SYS')).toHaveLength(4)
    const venues = yen.standStill()
    venues.run(3 * hourMs)
    venues.priceFactors['bitbank:SYS'] = 1.4
    expect(venues.run(10 * minuteMs)).toEqual([])
    venues.takeForexRates({ base: 'USD', quote: 'JPY', rate: 150, at: venues.now })
    expect(venues.run(10 * minuteMs).at(-1)).toMatchObject({ venue: 'bitbank', tier: 'danger' })
  })

  test('pause the duration of a gap, and reset it after a minute', () => {
    const interrupted = (ms: number) => {
      const venues = agreedVenues()
      venues.priceFactors['a:SYS'] = 1.12
      venues.run(45_000)
      venues.overrides['a:SYS/USDT'] = { listing: 'halted' }
      venues.run(ms)
      delete venues.overrides['a:SYS/USDT']
      const from = venues.now
      return venues.run(5 * minuteMs)[0]!.changedAt - from
    }
    expect(interrupted(40_000)).toBe(20_000)
    expect(interrupted(70_000)).toBe(65_000)
  })
})

describe('the last price', () => {
  const thin = (last: number, bid: number, ask: number) => {
    const venues = agreedVenues()
    const fair = venues.usd['SYS']! / venues.usd['USDT']!
    venues.overrides['a:SYS/USDT'] = { last: fair * last, bid: fair * bid, ask: fair * ask }
    return venues.run(10 * minuteMs).at(-1)?.tier ?? null
  }
  test('is no gap if the book agrees with the other venues', () => expect(thin(1.4, 0.99, 1.01)).toBeNull())
  test('is no gap if the book spans both prices', () => expect(thin(1.4, 0.9, 1.5)).toBeNull())
  test('that agrees with the others is no gap, however far the book', () =>
    expect(thin(1, 1.4, 1.41)).toBeNull())
  test('above the others is a gap if the bid is above them, too', () =>
    expect(thin(1.4, 1.35, 1.42)).toBe('danger'))
  test('counts no more than the bid', () => expect(thin(1.4, 1.12, 1.42)).toBe('notice'))
  test('below the others counts no more than the ask', () => expect(thin(0.6, 0.5, 0.75)).toBe('warning'))

  test('without a book does not count before it has changed', () => {
    const venues = agreedVenues()
    venues.state = loadCrossVenueState(saveCrossVenue(venues.state))
    venues.overrides['a:SYS/USDT'] = { bid: undefined, ask: undefined, last: 1.4 * 3 }
    expect(venues.run(10 * minuteMs)).toEqual([])
  })

  test('without a book counts for two minutes after a change', () => {
    const last = { bid: undefined, ask: undefined }
    const moving = agreedVenues()
    moving.overrides['a:SYS/USDT'] = last
    moving.setWalk('SYS', () => Math.log(moving.usd['SYS']! / 3) + 1e-4)
    moving.priceFactors['a:SYS'] = 1.15
    expect(moving.run(5 * minuteMs)).toHaveLength(1)
    const still = agreedVenues()
    still.overrides['a:SYS/USDT'] = last
    still.run(10 * minuteMs)
    still.overrides['a:SYS/USDT'] = { ...last, last: 1.4 * 3 }
    // After a single change it counts for two minutes: enough for a Notice and a Warning, not for a Danger.
    expect([...new Set(tiersAfter(still, 10 * minuteMs))]).toEqual(['notice', 'warning'])
  })
})
