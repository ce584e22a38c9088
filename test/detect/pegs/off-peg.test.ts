import { describe, expect, test } from 'vitest'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { DrawnMarket, type DrawnPair } from '../synthetic/drawn-market.ts'

const pair = (base: string, quote: string, price: number, more: Partial<DrawnPair> = {}): DrawnPair => {
  return { base, quote, price, turnover: 50_000, trades: 60, sigma: 0.00003, ...more }
}
const dollars = [pair('USDC', 'USDT', 1), pair('FDUSD', 'USDT', 0.998), pair('TUSD', 'USDT', 0.999)]
const ethers = [
  pair('ETH', 'USDT', 3000),
  pair('ETH', 'USDC', 3000),
  pair('WBETH', 'USDT', 3200, { with: 'ETHUSDT' }),
]

/** A small venue that is polled every ten seconds, after half an hour. */
function venue(pairs: readonly DrawnPair[]): DrawnMarket {
  const market = new DrawnMarket('binance', pairs, Date.UTC(2025, 3, 2))
  market.calm(0.5, true)
  return market
}

function hold(market: DrawnMarket, symbol: string, price: number, seconds: number, times = 5): void {
  for (let i = 0; i < seconds / 10; i++) market.frame(10_000, { [symbol]: { price, times } })
}

const tiersOf = ({ changes }: DrawnMarket) => [
  ...new Set(changes.map(({ symbol, kind, tier }) => `${symbol} ${kind} ${tier}`)),
]

describe('a dollar coin', () => {
  test.each([
    [0.992, []],
    [0.987, ['notice']],
    [0.965, ['notice', 'warning']],
    [0.88, ['notice', 'warning', 'danger']],
    [1.12, ['notice', 'warning', 'danger']],
  ])('held at %f for ten minutes reaches %j', (price, tiers) => {
    const market = venue(dollars)
    hold(market, 'FDUSDUSDT', price, 600)
    expect(tiersOf(market)).toEqual(tiers.map((tier) => `FDUSDUSDT off-peg ${tier}`))
    expect(openEpisodes(market.engine).map(({ lastPrice }) => lastPrice)).toEqual(tiers.length ? [price] : [])
  })

  test('off for a moment, or quoted without being traded, is not told', () => {
    const brief = venue(dollars)
    hold(brief, 'FDUSDUSDT', 0.88, 50)
    hold(brief, 'FDUSDUSDT', 0.998, 600)
    expect(brief.changes).toEqual([])
    const untraded = venue(dollars)
    hold(untraded, 'FDUSDUSDT', 0.88, 600, 0.001)
    expect(untraded.changes).toEqual([])
  })

  test('beside a single other one may be the sound one: no more than a Notice', () => {
    const market = venue([pair('FDUSD', 'USDT', 0.998)])
    hold(market, 'FDUSDUSDT', 0.88, 600)
    expect(tiersOf(market)).toEqual(['FDUSDUSDT off-peg notice'])
    expect(market.changes[0]!.evidence[0]).toMatchObject({ sign: 'off-peg', count: 1 })
  })

  test('in which others are quoted is told of itself where all of them move against it', () => {
    const market = venue(dollars)
    for (let i = 0; i < 60; i++)
      market.frame(10_000, {
        USDCUSDT: { price: 1.05, times: 5 },
        FDUSDUSDT: { price: 1.05, times: 5 },
        TUSDUSDT: { price: 1.05, times: 5 },
      })
    const [told] = openEpisodes(market.engine)
    expect(told).toMatchObject({ kind: 'off-peg', quote: 'USDT', tier: 'warning' })
    expect(told!.evidence[0]!.sign).toBe('quote-off-peg')
    expect(told!.evidence[0]!.value).toBeCloseTo(-0.05, 2)
    expect(openEpisodes(market.engine)).toHaveLength(1)
  })

  test('settles after it has come back', () => {
    const market = venue(dollars)
    hold(market, 'FDUSDUSDT', 0.88, 600)
    hold(market, 'FDUSDUSDT', 0.998, 1800)
    expect(openEpisodes(market.engine)).toEqual([])
    expect(market.changes.at(-1)!.phase).toBe('settled')
  })
})

describe('a staked coin', () => {
  test('is held against its own usual ratio, not against one', () => {
    const market = venue([...dollars, ...ethers])
    expect(market.engine.data.pegs.get('WBETH')!.value).toBeCloseTo(Math.log(3200 / 3000), 2)
    for (let i = 0; i < 60; i++) market.frame(10_000)
    expect(market.changes).toEqual([])
    hold(market, 'WBETHUSDT', market.priceOf('WBETHUSDT') * 0.95, 300)
    expect(tiersOf(market).at(-1)).toBe('WBETHUSDT off-peg warning')
  })

  test('moves with what it stands for', () => {
    const market = venue([...dollars, ...ethers])
    const [eth, wbeth] = [market.priceOf('ETHUSDT'), market.priceOf('WBETHUSDT')]
    for (let i = 1; i <= 60; i++) {
      const share = 1 - i / 300
      market.frame(10_000, {
        ETHUSDT: { price: eth * share },
        ETHUSDC: { price: eth * share },
        WBETHUSDT: { price: wbeth * share },
      })
    }
    expect(market.changes.filter(({ kind }) => kind === 'off-peg')).toEqual([])
  })
})
