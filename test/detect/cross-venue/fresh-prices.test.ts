import { describe, expect, test } from 'vitest'
import { openAcross, saveAcross } from '../../../src/detect/cross-venue/save-cross-venue.ts'
import { agreed, three, tiersAfter } from './drawn/drawn-agreed.ts'
import { DrawnVenues, hour, kinAt, minute } from './drawn/drawn-venues.ts'

describe('prices that are not fresh', () => {
  test('of the venue itself: nothing is told, however far its last price', () => {
    const venues = agreed()
    venues.off['a:SYS'] = 1.4
    venues.run(5000)
    venues.silent.add('a:SYS/USDT')
    expect(venues.run(10 * minute)).toEqual([])
  })

  test('of the others: what they said two minutes ago is no reference', () => {
    const venues = agreed()
    venues.silent.add('b:SYS/USDT').add('c:SYS/USDT')
    venues.run(minute)
    venues.off['a:SYS'] = 1.4
    expect(venues.run(10 * minute)).toEqual([])
  })

  test('of a cross: with BTC/KRW and USDT/KRW stale, a venue in won is compared with nobody', () => {
    const won = ['upbit:USDT/KRW', 'upbit:BTC/KRW', 'upbit:SYS/KRW']
    const venues = agreed([...three, ...won])
    expect(kinAt(venues, 'upbit', 'SYS')).toHaveLength(4)
    venues.silent.add('upbit:USDT/KRW').add('upbit:BTC/KRW')
    venues.run(minute)
    venues.off['upbit:SYS'] = 1.4
    expect(venues.run(10 * minute)).toEqual([])
    venues.silent.clear()
    expect(venues.run(10 * minute).at(-1)).toMatchObject({ venue: 'upbit', quote: 'KRW', tier: 'danger' })
  })

  test('of the foreign exchange market: the yen is then known by nothing', () => {
    const yen = new DrawnVenues([...three, 'bitbank:SYS/JPY', 'a:USDT/USD'])
    const say = ({ now }: DrawnVenues) => yen.forex({ base: 'USD', quote: 'JPY', rate: 150, at: now })
    yen.run(8 * hour, say)
    expect(kinAt(yen, 'bitbank', 'SYS')).toHaveLength(4)
    const venues = yen.still()
    venues.run(3 * hour)
    venues.off['bitbank:SYS'] = 1.4
    expect(venues.run(10 * minute)).toEqual([])
    venues.forex({ base: 'USD', quote: 'JPY', rate: 150, at: venues.now })
    expect(venues.run(10 * minute).at(-1)).toMatchObject({ venue: 'bitbank', tier: 'danger' })
  })

  test('in between do not count as time, and after a minute of them nothing counts', () => {
    const interrupted = (ms: number) => {
      const venues = agreed()
      venues.off['a:SYS'] = 1.12
      venues.run(45_000)
      venues.more['a:SYS/USDT'] = { listing: 'halted' }
      venues.run(ms)
      delete venues.more['a:SYS/USDT']
      const from = venues.now
      return venues.run(5 * minute)[0]!.changedAt - from
    }
    expect(interrupted(40_000)).toBe(20_000)
    expect(interrupted(70_000)).toBe(65_000)
  })
})

describe('a stale last price', () => {
  const thin = (last: number, bid: number, ask: number) => {
    const venues = agreed()
    const fair = venues.usd['SYS']! / venues.usd['USDT']!
    venues.more['a:SYS/USDT'] = { last: fair * last, bid: fair * bid, ask: fair * ask }
    return venues.run(10 * minute).at(-1)?.tier ?? null
  }
  test('is no gap where the book is with the others', () => expect(thin(1.4, 0.99, 1.01)).toBeNull())
  test('is no gap where the book spans both', () => expect(thin(1.4, 0.9, 1.5)).toBeNull())
  test('nor is an offer nobody has taken', () => expect(thin(1, 1.4, 1.41)).toBeNull())
  test('is one where the bid is as far', () => expect(thin(1.4, 1.35, 1.42)).toBe('danger'))
  test('counts by the nearer of the two', () => expect(thin(1.4, 1.12, 1.42)).toBe('notice'))
  test('below: by the ask', () => expect(thin(0.6, 0.5, 0.75)).toBe('warning'))

  test('without a book does not count before it has moved', () => {
    const venues = agreed()
    venues.across = openAcross(saveAcross(venues.across))
    venues.more['a:SYS/USDT'] = { bid: undefined, ask: undefined, last: 1.4 * 3 }
    expect(venues.run(10 * minute)).toEqual([])
  })

  test('without a book counts while it moves, and not for long after', () => {
    const last = { bid: undefined, ask: undefined }
    const moving = agreed()
    moving.more['a:SYS/USDT'] = last
    moving.walk('SYS', () => Math.log(moving.usd['SYS']! / 3) + 1e-4)
    moving.off['a:SYS'] = 1.15
    expect(moving.run(5 * minute)).toHaveLength(1)
    const still = agreed()
    still.more['a:SYS/USDT'] = last
    still.run(10 * minute)
    still.more['a:SYS/USDT'] = { ...last, last: 1.4 * 3 }
    // It moved once: two minutes of that are a Notice and no more than a Warning.
    expect([...new Set(tiersAfter(still, 10 * minute))]).toEqual(['notice', 'warning'])
  })
})
