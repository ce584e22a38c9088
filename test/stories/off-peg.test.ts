import { describe, expect, test } from 'vitest'
import type { Episode } from '../../src/market/episode.ts'
import { isOffPeg } from '../../src/detect/pair/price/peg.ts'
import { along, drawnCrowd } from '../detect/synthetic/drawn-crowd.ts'
import { type Drawn, DrawnMarket, type DrawnPair } from '../detect/synthetic/drawn-market.ts'

// Courses as published of 2025-10-10 (USDe at one venue) and 2025-04-02 (FDUSD), drawn on generated markets.

const start = Date.UTC(2025, 11, 24)
const kindsOf = (changes: readonly Episode[]) => [
  ...new Set(changes.flatMap(({ symbol, kind, also }) => [kind, ...also].map((each) => `${symbol} ${each}`))),
]

/** Seconds from the beginning to the first episode that fits. */
const secondsTo = (changes: readonly Episode[], begun: number, fits: (episode: Episode) => boolean) =>
  (changes.find(fits)!.changedAt - begun) / 1000

describe('USDe from 1 to 0.65 in seven minutes and back in half an hour', () => {
  const market = new DrawnMarket('binance', drawnCrowd(20), start)
  market.calm(1)
  const begun = market.at
  const course = along([
    [0, 1],
    [60, 0.99],
    [240, 0.8],
    [420, 0.65],
    [900, 0.8],
    [2400, 0.98],
  ])
  const worth: number[] = []
  for (let second = 1; second <= 2700; second++) {
    market.frame(1000, { USDEUSDT: { price: course(second), times: 200, bought: 0.3 } })
    worth.push(market.engine.data.usd['USDE'] ?? NaN)
  }
  const { changes } = market

  test('is one off-peg episode that reaches Danger within three minutes of −10 %', () => {
    expect(kindsOf(changes)).toEqual(['USDEUSDT off-peg'])
    expect(new Set(changes.map(({ id }) => id)).size).toBe(1)
    expect(secondsTo(changes, begun, ({ tier }) => tier === 'warning')).toBeLessThan(240)
    expect(secondsTo(changes, begun, ({ tier }) => tier === 'danger')).toBeLessThan(360)
  })

  test('says how far, for how long, by how many references, and what is usual', () => {
    const danger = changes.find(({ tier }) => tier === 'danger')!
    const [off, turnover] = danger.evidence
    expect(off).toMatchObject({ sign: 'off-peg', unit: 'fraction', count: 4 })
    expect(off!.value).toBeLessThan(-0.1)
    expect(off!.usual).toBeCloseTo(0, 2)
    expect(off!.windowMs).toBeGreaterThanOrEqual(180_000)
    expect(turnover).toMatchObject({ sign: 'turnover', unit: 'times' })
    expect(danger.startPrice).toBeCloseTo(1, 2)
  })

  test('is worth what it trades at, not a dollar', () => {
    expect(Math.min(...worth)).toBeCloseTo(0.65, 2)
  })
})

describe('FDUSD from 0.998 to 0.88 in ten minutes', () => {
  const inUsdt = drawnCrowd(12)
  const quoted = inUsdt
    .filter(
      ({ base, quote }) => quote === 'USDT' && (['BTC', 'ETH', 'SOL'].includes(base) || /^A\d$/.test(base)),
    )
    .concat(inUsdt.filter(({ base }) => base === 'A10' || base === 'A11'))
    .map((pair): DrawnPair => ({
      ...pair,
      quote: 'FDUSD',
      price: pair.price / 0.998,
      turnover: pair.turnover * 0.4,
    }))
  const market = new DrawnMarket('binance', [...inUsdt, ...quoted], start)
  market.calm(1)
  const begun = market.at
  const course = along([
    [60, 0.998],
    [660, 0.8726],
    [2400, 0.985],
  ])
  let off = 0
  for (let second = 1; second <= 3600; second++) {
    const fdusd = course(second)
    const drawn: Record<string, Drawn> = { FDUSDUSDT: { price: fdusd, times: 100, bought: 0.2 } }
    for (const { base } of quoted)
      drawn[`${base}FDUSD`] = { price: market.priceOf(`${base}USDT`) / fdusd, times: 12, bought: 0.7 }
    market.frame(1000, drawn)
    if (isOffPeg(market.engine.data, 'FDUSD')) off++
  }

  test('has fifteen pairs', () => expect(quoted).toHaveLength(15))

  test('is one off-peg Danger, and none of its fifteen pairs is told as a pump or a dump', () => {
    expect(kindsOf(market.changes)).toEqual(['FDUSDUSDT off-peg'])
    expect(market.changes.at(-1)!.tier).toBe('danger')
    expect(secondsTo(market.changes, begun, ({ tier }) => tier === 'danger')).toBeLessThan(720)
    expect(off).toBeGreaterThan(1800)
  })
})

describe('the dollar price of BTC', () => {
  test('is never taken in a coin that is off its peg', () => {
    // The pair against FDUSD stands first in the venue's list.
    const [btc] = drawnCrowd()
    const quotedInBtc = { ...btc!, base: 'ETH', quote: 'BTC', price: 2950 / 87_600 }
    const crowd = [{ ...btc!, quote: 'FDUSD', trades: 1000 }, ...drawnCrowd(4), quotedInBtc]
    const market = new DrawnMarket('binance', crowd, start)
    market.calm(0.5)
    for (let second = 1; second <= 600; second++)
      market.frame(1000, {
        FDUSDUSDT: { price: 0.9, times: 50 },
        BTCFDUSD: { price: market.priceOf('BTCUSDT') / 0.9, times: 10 },
      })
    expect(market.engine.data.usd['BTC']! / market.priceOf('BTCUSDT')).toBeCloseTo(1, 2)
    expect(kindsOf(market.changes)).toEqual(['FDUSDUSDT off-peg'])
  })
})
