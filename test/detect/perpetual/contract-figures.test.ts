import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { courseFiguresOf } from '../../../src/detect/perpetual/contract-figures.ts'
import { ContractMarket } from './contract-market.ts'

const own = { symbol: 'SYSUSDT' }
const whole = { symbol: null }

describe('the figures of a contract', () => {
  const market = new ContractMarket(8)
  market.calm(30)
  const interest = market.contracts[0]!.interest
  for (let i = 1; i <= 6; i++)
    market.step(10_000, {
      SYSUSDT: {
        last: 110,
        mark: 105,
        index: 100,
        fundingRate: -0.004,
        openInterest: interest / 2,
        shorts: 7e5,
      },
      C1USDT: { longs: 1e5 },
    })
  const past = courseFiguresOf(market.engine, own)
  const now = past.at(-1)!

  test('are gaps as fractions, what the last minute liquidated, and funding by eight hours', () => {
    expect(now.at).toBe(market.at)
    expect(now.lastToMark).toBeCloseTo(110 / 105 - 1, 6)
    expect(now.markToIndex).toBeCloseTo(0.05, 6)
    expect(now).toMatchObject({ openInterest: interest / 2, longs: 0, funding: -0.004 })
    expect(now.shorts).toBeCloseTo(4.2e6, 0)
  })

  test('come with the open interest of the steps before, oldest first', () => {
    const before = past.slice(0, -1)
    expect(before.length).toBeGreaterThan(4)
    expect(before.map(({ at }) => at)).toEqual(before.map(({ at }) => at).toSorted((a, b) => a - b))
    for (const { openInterest, lastToMark, shorts } of before) {
      expect(openInterest! / interest).toBeCloseTo(1, 1)
      expect([lastToMark, shorts]).toEqual([null, null])
    }
  })

  test('of the whole market are what is liquidated of all contracts', () => {
    const [all, ...others] = courseFiguresOf(market.engine, whole)
    expect(others).toEqual([])
    expect(all).toMatchObject({ lastToMark: null, openInterest: null, funding: null })
    expect(all!.shorts).toBeCloseTo(4.2e6, 0)
    expect(all!.longs).toBeCloseTo(6e5, 0)
  })

  test('are unknown once nobody tells of them, and where there are none', () => {
    market.engine.data.at += 900_000
    expect(courseFiguresOf(market.engine, own).at(-1)).toMatchObject({
      lastToMark: null,
      markToIndex: null,
      openInterest: null,
      longs: 0,
      shorts: 0,
    })
    expect(courseFiguresOf(market.engine, { symbol: 'OTHER' })).toEqual([])
    expect(courseFiguresOf(createEngine('binance'), whole)).toEqual([])
  })
})
