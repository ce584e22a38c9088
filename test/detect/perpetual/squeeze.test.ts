import { expect, test } from 'vitest'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { tierRank } from '../../../src/market/tier.ts'
import { ContractMarket, type ContractStep } from './contract-market.ts'

/** The first contract rises fivefold in so many seconds while mark and spot lag and shorts are liquidated. */
function squeeze(market: ContractMarket, seconds: number): void {
  const { price, interest } = market.contracts[0]!
  for (let i = 1; i <= seconds; i++) {
    const last = price * 5 ** (i / seconds)
    const step: ContractStep = {
      last,
      mark: last / 1.04,
      index: price,
      spot: price,
      openInterest: interest * (1 - (0.4 * i) / seconds),
      fundingRate: -0.0199,
      shorts: 60_000,
      times: 30,
    }
    market.step(1000, { SYSUSDT: step })
  }
}

test('a squeeze of one contract is a Danger within its first minutes, told in one card with what made it', () => {
  const market = new ContractMarket(12)
  market.hasSpot = true
  market.calm(150)
  squeeze(market, 600)
  const own = market.changes.filter(({ symbol }) => symbol === 'SYSUSDT')
  expect(new Set(own.map(({ id }) => id)).size).toBe(1)
  expect(market.changes.every(({ symbol }) => symbol === 'SYSUSDT')).toBe(true)
  const danger = own.find(({ tier }) => tier === 'danger')!
  expect(danger.updatedAt - own[0]!.startedAt).toBeLessThan(180_000)
  const [episode] = openEpisodes(market.engine)
  expect([episode!.kind, ...episode!.also]).toEqual(
    expect.arrayContaining(['pump', 'perp-gap', 'liquidation-burst']),
  )
  const signs = episode!.evidence.map(({ sign }) => sign)
  expect(signs.slice(0, 4)).toEqual(['mark-gap', 'spot-gap', 'shorts-liquidated', 'open-interest'])
  expect(signs).toEqual(expect.arrayContaining(['index-gap', 'funding-cap', 'return']))
  expect(signs).not.toContain('longs-liquidated')
})

test('prices apart and liquidations are a Danger together, though the price hardly moves', () => {
  const market = new ContractMarket(12)
  market.calm(150)
  const { price } = market.contracts[0]!
  const apart = { last: price, mark: price / 1.013, index: price / 1.013 }
  for (let i = 0; i < 90; i++) market.step(1000, { SYSUSDT: apart })
  expect(market.told().at(-1)).toBe('perp-gap warning')
  for (let i = 0; i < 30; i++) market.step(1000, { SYSUSDT: { ...apart, shorts: 20_000 } })
  expect(market.told().at(-1)).toBe('perp-gap danger')
})

test('open interest and funding alone begin nothing', () => {
  const market = new ContractMarket(12)
  market.calm(150)
  const { interest } = market.contracts[0]!
  for (let i = 0; i < 900; i++)
    market.step(1000, {
      SYSUSDT: { openInterest: interest * (1 - i / 1800), fundingRate: -0.0199, intervalH: 1 },
    })
  expect(market.changes).toEqual([])
})

test('a cascade is one market-wide episode, with the longs of all contracts and the open interest that is gone', () => {
  const market = new ContractMarket(40)
  market.hasSpot = true
  market.calm(180)
  const before = market.contracts.map(({ interest }) => interest)
  for (let i = 1; i <= 600; i++) {
    // Uneven, as in life; marks follow, and all perpetuals stand below spot.
    const drawn = market.contracts.map(({ symbol, price }, k) => {
      const last = price * Math.exp(-0.0003 - 0.00002 * (k % 5))
      const openInterest = before[k]! * (1 - (0.25 * i) / 600)
      const step = {
        last,
        mark: last * 1.003,
        index: last * 1.008,
        spot: last * 1.012,
        openInterest,
        times: 12,
      }
      return [symbol, { ...step, longs: 15_000, shorts: 500 }] as const
    })
    market.step(1000, Object.fromEntries(drawn))
  }
  const whole = openEpisodes(market.engine).filter(({ kind }) => kind === 'market-wide')
  expect(whole).toHaveLength(1)
  expect(tierRank(whole[0]!.tier)).toBeGreaterThanOrEqual(tierRank('warning'))
  const evidence = new Map(whole[0]!.evidence.map((each) => [each.sign, each]))
  expect(evidence.get('longs-liquidated')!.value).toBeGreaterThan(10e6)
  expect(evidence.get('open-interest')!.value).toBeLessThan(-0.2)
  // What all do is none's own gap.
  const gaps = market.changes.filter(({ kind, also }) => kind === 'perp-gap' || also.includes('perp-gap'))
  expect(gaps).toEqual([])
  const warned = market.changes.filter(({ kind, tier }) => kind !== 'market-wide' && tierRank(tier) > 1)
  expect(new Set(warned.map(({ id, kind, tier }) => `${id} ${kind} ${tier}`)).size).toBe(0)
})
