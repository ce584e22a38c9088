import { describe, expect, test } from 'vitest'
import { hourMs, minuteMs, SyntheticVenues } from '../synthetic/synthetic-venues.ts'

const references = ['binance:BTC/USDT', 'kraken:BTC/USD', 'kraken:USDT/USD']
const bithumb = ['bithumb:BTC/KRW', 'bithumb:USDT/KRW']

/** Venues of the first ten minutes after installation. */
function young(names: readonly string[]): SyntheticVenues {
  const venues = new SyntheticVenues(names)
  venues.run(10 * minuteMs)
  return venues
}

const tiersOf = (venues: SyntheticVenues) => [
  ...new Set(venues.changes.map(({ venue, base, tier }) => `${venue} ${base} ${tier}`)),
]

describe('a gap of one of the largest coins', () => {
  test('of 16 % at one venue is a Danger from the first minutes on, by two references', () => {
    const venues = young([...references, ...bithumb])
    venues.priceFactors['bithumb:BTC'] = 0.84
    venues.run(5 * minuteMs)
    expect(tiersOf(venues)).toEqual(['bithumb BTC notice', 'bithumb BTC warning', 'bithumb BTC danger'])
    expect(venues.changes.at(-1)!.evidence[0]).toMatchObject({ sign: 'venue-gap', count: 2 })
  })

  test('is a Notice with one reference, of which either may be off', () => {
    const venues = young(['binance:BTC/USDT', ...bithumb])
    venues.priceFactors['bithumb:BTC'] = 0.84
    venues.run(5 * minuteMs)
    expect(tiersOf(venues)).toEqual(['bithumb BTC notice'])
  })

  test.each([
    [0.96, []],
    [0.94, ['notice']],
    [0.89, ['notice', 'warning']],
  ])('at a factor of %f reaches %j', (factor, tiers) => {
    const venues = young([...references, ...bithumb])
    venues.priceFactors['bithumb:BTC'] = factor
    venues.run(10 * minuteMs)
    expect([...new Set(venues.changes.map(({ tier }) => tier))]).toEqual(tiers)
  })

  test('is 17 % on a coin whose venues usually differ by a percent: a Notice', () => {
    const venues = new SyntheticVenues(['a:SYS/USDT', 'b:SYS/USDT', 'c:SYS/USDT', 'a:BTC/USDT'])
    let side = 1
    const strays = () => (venues.priceFactors['a:SYS'] = 1 + 0.011 * (side = -side))
    venues.run(8 * hourMs, strays)
    venues.setWalk('SYS', null)
    venues.priceFactors['a:SYS'] = 1.17
    venues.run(10 * minuteMs)
    expect(tiersOf(venues)).toEqual(['a SYS notice'])
  })

  test('is none where the ticker names another coin at a venue', () => {
    const venues = new SyntheticVenues([...references, ...bithumb])
    venues.priceFactors['bithumb:BTC'] = 0.6
    venues.run(hourMs)
    expect(venues.changes).toEqual([])
  })

  test('is none where the dollar coin that it is quoted in is off its peg at that venue alone', () => {
    const usde = ['binance:USDE/USDT', 'okx:USDE/USDT', 'bybit:USDE/USDT', 'binance:BTC/USDE']
    const venues = new SyntheticVenues([...references, 'okx:BTC/USDT', ...usde])
    venues.usd['USDE'] = 1
    venues.setWalk('USDE', null)
    venues.run(10 * minuteMs)
    venues.priceFactors['binance:USDE'] = 0.65
    venues.overrides['binance:BTC/USDE'] = { last: 76_923, bid: 76_915, ask: 76_930 }
    venues.run(10 * minuteMs)
    expect(venues.changes.filter(({ base }) => base === 'BTC')).toEqual([])
    expect(venues.changes.at(-1)).toMatchObject({ venue: 'binance', base: 'USDE' })
  })
})

describe('a venue all of whose coins fall to −30 % in nine minutes while USDT falls there by 15 %', () => {
  const coins = ['BTC', 'ETH', 'XRP', 'SOL', 'DOGE', 'ADA', 'XLM', 'TRX', 'LINK', 'AVAX']
  const names = [...references, 'upbit:USDT/KRW', 'upbit:BTC/KRW'].concat(
    coins.slice(1).flatMap((coin) => [`binance:${coin}/USDT`, `kraken:${coin}/USD`, `upbit:${coin}/KRW`]),
  )
  const venues = young(names)
  for (const coin of coins.slice(1)) venues.setWalk(coin, null)
  let seconds = 0
  venues.run(25 * minuteMs, () => {
    seconds += 5
    const depth = Math.min(1, seconds / 540) * (seconds < 540 ? 1 : Math.max(0.2, 1 - (seconds - 540) / 900))
    for (const coin of coins) venues.priceFactors[`upbit:${coin}`] = Math.exp(Math.log(0.7) * depth)
    venues.priceFactors['upbit:USDT'] = Math.exp(Math.log(0.85) * depth)
  })

  test('is told as a gap of one coin, not of all', () => {
    expect(new Set(venues.changes.map(({ venue, base }) => `${venue} ${base}`))).toEqual(
      new Set(['upbit BTC']),
    )
  })

  test('leaves a single coin that stands out of it a gap of its own', () => {
    const apart = young(names)
    for (const coin of coins) apart.priceFactors[`upbit:${coin}`] = coin === 'XRP' ? 1 : 0.7
    apart.priceFactors['upbit:USDT'] = 0.85
    apart.run(5 * minuteMs)
    const told = apart.changes.map(({ venue, base }) => `${venue} ${base}`)
    expect(new Set(told)).toEqual(new Set(['upbit BTC', 'upbit XRP']))
  })
})
