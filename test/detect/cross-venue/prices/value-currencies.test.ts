import { describe, expect, test } from 'vitest'
import { crossRates } from '../../../../src/detect/cross-venue/prices/cross-rates.ts'
import { maxForexAgeMs, maxQuoteAgeMs } from '../../../../src/detect/cross-venue/settings.ts'
import { convertAmount } from '../../../../src/market/cross-rate.ts'
import { hourMs, marketStart, minuteMs, SyntheticVenues, usdValues } from '../synthetic/synthetic-venues.ts'

const step = 5000
const rates = (venues: SyntheticVenues) => crossRates(venues.state)
/** US dollar value of a currency; null while unknown. */
const dollars = (venues: SyntheticVenues, currency: string) =>
  convertAmount(rates(venues), 1, currency, 'USD', venues.now)
const usdJpy = (at: number, rate = 150) => ({ base: 'USD', quote: 'JPY', rate, at })

describe('the value of a currency', () => {
  test('follows from live crosses of any venue, step by step from USDT', () => {
    const venues = new SyntheticVenues([
      'kraken:USDT/USD',
      'coinbase:USDT/USD',
      'binance:BTC/USDT',
      'bybit:BTC/USDT',
      'upbit:USDT/KRW',
      'bitbank:BTC/JPY',
      'binance:USDC/USDT',
    ])
    venues.run(step)
    for (const [currency, usd] of Object.entries(usdValues))
      expect(dollars(venues, currency)! / usd).toBeCloseTo(1, 6)
    expect(rates(venues)['BTC']?.assumed).toBe(false)
    expect(convertAmount(rates(venues), 3000, 'JPY', 'USDT', venues.now)).toBeCloseTo(20 / 0.999, 6)
  })

  test('is not affected by one deviating venue', () => {
    const names = ['a', 'b', 'c'].flatMap((venue) => [`${venue}:BTC/USDT`, `${venue}:USDT/USD`])
    const venues = new SyntheticVenues(names)
    venues.priceFactors['b:BTC'] = 0.6
    venues.run(step)
    expect(dollars(venues, 'BTC')! / 50_000).toBeCloseTo(1, 6)
  })

  test('is unknown if the only two sources differ', () => {
    const venues = new SyntheticVenues(['a:BTC/USDT', 'b:BTC/USDT', 'a:USDT/USD'])
    venues.priceFactors['b:BTC'] = 0.6
    venues.run(step)
    expect(dollars(venues, 'BTC')).toBeNull()
    expect(dollars(venues, 'USDT')).toBeCloseTo(0.999, 6)
  })

  test('becomes unknown when its cross is stale', () => {
    const venues = new SyntheticVenues(['kraken:USDT/USD', 'upbit:USDT/KRW', 'binance:BTC/USDT'])
    venues.run(step)
    const published = rates(venues)
    venues.silent.add('upbit:USDT/KRW')
    venues.run(maxQuoteAgeMs - step)
    expect(dollars(venues, 'KRW')).toBeCloseTo(1 / 1350, 9)
    venues.run(step)
    expect(dollars(venues, 'KRW')).toBeNull()
    expect(dollars(venues, 'BTC')).not.toBeNull()
    // A page that still holds the old rates does not use them either.
    expect(convertAmount(published, 1, 'KRW', 'USD', venues.now)).toBeNull()
  })

  test('does not follow from a halted pair, a crossed book or a wide book', () => {
    for (const override of [
      { listing: 'halted' },
      { bid: 2000, ask: 1000 },
      { bid: 1000, ask: 2000 },
    ] as const) {
      const venues = new SyntheticVenues(['kraken:USDT/USD', 'upbit:USDT/KRW'])
      venues.overrides['upbit:USDT/KRW'] = override
      venues.run(step)
      expect(dollars(venues, 'KRW')).toBeNull()
    }
  })
})

describe('the US dollar value of stablecoins', () => {
  test('follows from a market of the dollar itself, even if the stablecoin has lost its peg', () => {
    const venues = new SyntheticVenues(['kraken:USDT/USD', 'coinbase:USDT/USD', 'a:BTC/USDT'])
    venues.usd['USDT'] = 0.8
    venues.run(step)
    expect(dollars(venues, 'USDT')).toBeCloseTo(0.8, 6)
    expect(rates(venues)['USDT']?.assumed).toBe(false)
  })

  test('follows from yen markets and a forex rate', () => {
    const venues = new SyntheticVenues(['a:BTC/USDT', 'b:BTC/USDT', 'bitbank:BTC/JPY', 'gmocoin:BTC/JPY'])
    venues.usd['USDT'] = 0.9
    venues.takeForexRates(usdJpy(marketStart))
    venues.run(step)
    expect(dollars(venues, 'USDT')).toBeCloseTo(0.9, 6)
  })

  test('is assumed to be 1 if there is only one stablecoin, and marked as assumed', () => {
    const venues = new SyntheticVenues(['a:BTC/USDT'])
    venues.run(step)
    expect(rates(venues)['USDT']).toMatchObject({ usd: 1, assumed: true })
  })

  test('is unknown if two stablecoins disagree, and assumed from a majority of three', () => {
    const two = new SyntheticVenues(['a:USDC/USDT', 'b:USDC/USDT', 'a:BTC/USDT'])
    two.usd['USDC'] = 0.88
    two.run(step)
    expect(rates(two)).toEqual({})
    const three = new SyntheticVenues(['a:USDC/USDT', 'b:USDC/USDT', 'a:FDUSD/USDT', 'a:BTC/USDT'])
    Object.assign(three.usd, { USDC: 0.88, FDUSD: 1 })
    three.setWalk('FDUSD', null)
    three.run(step)
    expect(rates(three)['USDC']?.usd).toBeCloseTo(0.88, 2)
    expect(rates(three)['USDT']?.usd).toBeCloseTo(1, 2)
  })
})

describe('a forex rate', () => {
  const friday = Date.UTC(2026, 8, 4, 19, 50)
  const at = (venues: SyntheticVenues, now: number) => {
    venues.now = now
    venues.run(step)
    return dollars(venues, 'JPY')
  }
  const japanese = () => new SyntheticVenues(['bitbank:BTC/JPY', 'gmocoin:BTC/JPY'])

  test('is valid for two hours on a weekday', () => {
    const venues = japanese()
    venues.takeForexRates(usdJpy(marketStart))
    expect(at(venues, marketStart + maxForexAgeMs - minuteMs)).toBeCloseTo(1 / 150, 9)
    expect(dollars(venues, 'BTC')).toBeCloseTo(50_000, 3)
    expect(at(venues, marketStart + maxForexAgeMs)).toBeNull()
    expect(dollars(venues, 'BTC')).toBeNull()
  })

  test('from Friday stays valid over the weekend until the market has opened again', () => {
    const venues = japanese()
    venues.takeForexRates(usdJpy(friday))
    for (const later of [2 * hourMs, 24 * hourMs, 50 * hourMs])
      expect(at(venues, friday + later)).toBeCloseTo(1 / 150, 9)
    // Ten of the 120 minutes are on Friday, the others on Sunday night.
    const opens = Date.UTC(2026, 8, 6, 22)
    expect(at(venues, opens + maxForexAgeMs - 11 * minuteMs)).toBeCloseTo(1 / 150, 9)
    expect(at(venues, opens + maxForexAgeMs - 10 * minuteMs)).toBeNull()
  })

  test('dated within the weekend counts as one of the next opening', () => {
    const venues = japanese()
    const saturday = Date.UTC(2026, 8, 5, 6)
    venues.takeForexRates(usdJpy(saturday))
    expect(at(venues, Date.UTC(2026, 8, 6, 23))).toBeCloseTo(1 / 150, 9)
    expect(at(venues, Date.UTC(2026, 8, 7, 0))).toBeNull()
  })

  test('replaces the older one and leaves rates of other currencies', () => {
    const venues = japanese()
    venues.takeForexRates(usdJpy(marketStart), { base: 'EUR', quote: 'USD', rate: 1.1, at: marketStart })
    venues.takeForexRates(usdJpy(marketStart + minuteMs, 160))
    venues.run(step)
    expect(dollars(venues, 'JPY')).toBeCloseTo(1 / 160, 9)
    expect(dollars(venues, 'EUR')).toBeCloseTo(1.1, 9)
  })
})
