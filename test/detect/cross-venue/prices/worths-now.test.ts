import { describe, expect, test } from 'vitest'
import { crossRates } from '../../../../src/detect/cross-venue/prices/cross-rates.ts'
import { forexMs, quoteMs } from '../../../../src/detect/cross-venue/settings.ts'
import { convertAmount } from '../../../../src/market/cross-rate.ts'
import { DrawnVenues, dollarsFor, drawnBegin, hour, minute } from '../drawn/drawn-venues.ts'

const step = 5000
const rates = (venues: DrawnVenues) => crossRates(venues.across)
/** Dollars for a currency, to a tenth of a percent; null while unknown. */
const dollars = (venues: DrawnVenues, currency: string) =>
  convertAmount(rates(venues), 1, currency, 'USD', venues.now)
const usdJpy = (at: number, rate = 150) => ({ base: 'USD', quote: 'JPY', rate, at })

describe('what a currency is worth', () => {
  test('is told by live crosses of any venue, outwards from USDT', () => {
    const venues = new DrawnVenues([
      'kraken:USDT/USD',
      'coinbase:USDT/USD',
      'binance:BTC/USDT',
      'bybit:BTC/USDT',
      'upbit:USDT/KRW',
      'bitbank:BTC/JPY',
      'binance:USDC/USDT',
    ])
    venues.run(step)
    for (const [currency, usd] of Object.entries(dollarsFor))
      expect(dollars(venues, currency)! / usd).toBeCloseTo(1, 6)
    expect(rates(venues)['BTC']?.assumed).toBe(false)
    expect(convertAmount(rates(venues), 3000, 'JPY', 'USDT', venues.now)).toBeCloseTo(20 / 0.999, 6)
  })

  test('is not led astray by one venue', () => {
    const names = ['a', 'b', 'c'].flatMap((venue) => [`${venue}:BTC/USDT`, `${venue}:USDT/USD`])
    const venues = new DrawnVenues(names)
    venues.off['b:BTC'] = 0.6
    venues.run(step)
    expect(dollars(venues, 'BTC')! / 50_000).toBeCloseTo(1, 6)
  })

  test('is unknown where the only two sources differ', () => {
    const venues = new DrawnVenues(['a:BTC/USDT', 'b:BTC/USDT', 'a:USDT/USD'])
    venues.off['b:BTC'] = 0.6
    venues.run(step)
    expect(dollars(venues, 'BTC')).toBeNull()
    expect(dollars(venues, 'USDT')).toBeCloseTo(0.999, 6)
  })

  test('ends with the age of its cross: a stale one is never used', () => {
    const venues = new DrawnVenues(['kraken:USDT/USD', 'upbit:USDT/KRW', 'binance:BTC/USDT'])
    venues.run(step)
    const published = rates(venues)
    venues.silent.add('upbit:USDT/KRW')
    venues.run(quoteMs - step)
    expect(dollars(venues, 'KRW')).toBeCloseTo(1 / 1350, 9)
    venues.run(step)
    expect(dollars(venues, 'KRW')).toBeNull()
    expect(dollars(venues, 'BTC')).not.toBeNull()
    // Also a page that holds an old set does not go on using it.
    expect(convertAmount(published, 1, 'KRW', 'USD', venues.now)).toBeNull()
  })

  test('is not told by a halted pair, a crossed book or a wide one', () => {
    for (const odd of [{ listing: 'halted' }, { bid: 2000, ask: 1000 }, { bid: 1000, ask: 2000 }] as const) {
      const venues = new DrawnVenues(['kraken:USDT/USD', 'upbit:USDT/KRW'])
      venues.more['upbit:USDT/KRW'] = odd
      venues.run(step)
      expect(dollars(venues, 'KRW')).toBeNull()
    }
  })
})

describe('a dollar', () => {
  test('is what a market of the dollar itself says, even where the coin has lost its peg', () => {
    const venues = new DrawnVenues(['kraken:USDT/USD', 'coinbase:USDT/USD', 'a:BTC/USDT'])
    venues.usd['USDT'] = 0.8
    venues.run(step)
    expect(dollars(venues, 'USDT')).toBeCloseTo(0.8, 6)
    expect(rates(venues)['USDT']?.assumed).toBe(false)
  })

  test('is found through yen and the foreign exchange market', () => {
    const venues = new DrawnVenues(['a:BTC/USDT', 'b:BTC/USDT', 'bitbank:BTC/JPY', 'gmocoin:BTC/JPY'])
    venues.usd['USDT'] = 0.9
    venues.forex(usdJpy(drawnBegin))
    venues.run(step)
    expect(dollars(venues, 'USDT')).toBeCloseTo(0.9, 6)
  })

  test('is assumed of one dollar coin alone, and the assumption is told', () => {
    const venues = new DrawnVenues(['a:BTC/USDT'])
    venues.run(step)
    expect(rates(venues)['USDT']).toMatchObject({ usd: 1, assumed: true })
  })

  test('is not assumed of two coins that disagree, but of the greater part of three', () => {
    const two = new DrawnVenues(['a:USDC/USDT', 'b:USDC/USDT', 'a:BTC/USDT'])
    two.usd['USDC'] = 0.88
    two.run(step)
    expect(rates(two)).toEqual({})
    const three = new DrawnVenues(['a:USDC/USDT', 'b:USDC/USDT', 'a:FDUSD/USDT', 'a:BTC/USDT'])
    Object.assign(three.usd, { USDC: 0.88, FDUSD: 1 })
    three.walk('FDUSD', null)
    three.run(step)
    expect(rates(three)['USDC']?.usd).toBeCloseTo(0.88, 2)
    expect(rates(three)['USDT']?.usd).toBeCloseTo(1, 2)
  })
})

describe('the foreign exchange market', () => {
  const friday = Date.UTC(2026, 8, 4, 19, 50)
  const at = (venues: DrawnVenues, now: number) => {
    venues.now = now
    venues.run(step)
    return dollars(venues, 'JPY')
  }
  const japanese = () => new DrawnVenues(['bitbank:BTC/JPY', 'gmocoin:BTC/JPY'])

  test('holds for two hours of a weekday, and no longer', () => {
    const venues = japanese()
    venues.forex(usdJpy(drawnBegin))
    expect(at(venues, drawnBegin + forexMs - minute)).toBeCloseTo(1 / 150, 9)
    expect(dollars(venues, 'BTC')).toBeCloseTo(50_000, 3)
    expect(at(venues, drawnBegin + forexMs)).toBeNull()
    expect(dollars(venues, 'BTC')).toBeNull()
  })

  test('keeps Friday’s last rate over the weekend, until it should have opened again', () => {
    const venues = japanese()
    venues.forex(usdJpy(friday))
    for (const later of [2 * hour, 24 * hour, 50 * hour])
      expect(at(venues, friday + later)).toBeCloseTo(1 / 150, 9)
    // Ten minutes of Friday were left; the rest of two hours is of Sunday night.
    const opens = Date.UTC(2026, 8, 6, 22)
    expect(at(venues, opens + forexMs - 11 * minute)).toBeCloseTo(1 / 150, 9)
    expect(at(venues, opens + forexMs - 10 * minute)).toBeNull()
  })

  test('takes a rate stamped on a closed day as that of the next opening', () => {
    const venues = japanese()
    const saturday = Date.UTC(2026, 8, 5, 6)
    venues.forex(usdJpy(saturday))
    expect(at(venues, Date.UTC(2026, 8, 6, 23))).toBeCloseTo(1 / 150, 9)
    expect(at(venues, Date.UTC(2026, 8, 7, 0))).toBeNull()
  })

  test('replaces a rate by a newer one and keeps those not named', () => {
    const venues = japanese()
    venues.forex(usdJpy(drawnBegin), { base: 'EUR', quote: 'USD', rate: 1.1, at: drawnBegin })
    venues.forex(usdJpy(drawnBegin + minute, 160))
    venues.run(step)
    expect(dollars(venues, 'JPY')).toBeCloseTo(1 / 160, 9)
    expect(dollars(venues, 'EUR')).toBeCloseTo(1.1, 9)
  })
})
