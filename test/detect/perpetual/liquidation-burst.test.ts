import { describe, expect, test } from 'vitest'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { ContractMarket } from './contract-market.ts'

/** A market of a day in which something small is liquidated each two minutes, polled rarely. */
function market(venue = 'bybit-perpetual'): ContractMarket {
  const made = new ContractMarket(12, { venue })
  for (let i = 0; i < 720; i++) made.step(120_000, { SYSUSDT: { longs: 1600, shorts: 1200 } })
  made.calm(20)
  return made
}

/** Liquidates so much each second, USD. */
function liquidate(made: ContractMarket, seconds: number, longs: number, shorts: number): ContractMarket {
  for (let i = 0; i < seconds; i++) made.step(1000, { SYSUSDT: { longs, shorts } })
  return made
}

const evidenceOf = (made: ContractMarket) => openEpisodes(made.engine)[0]?.evidence ?? []

describe('liquidations of a contract', () => {
  test.each([
    ['four hundred times its usual minute, of longs', 10_000, 100, ['liquidation-burst notice']],
    ['six times as many', 60_000, 1000, ['liquidation-burst notice', 'liquidation-burst warning']],
    ['as many of both sides', 10_000, 10_000, []],
    ['less than a hundred thousand dollars', 1500, 0, []],
  ])('within a minute: %s', (_, longs, shorts, told) => {
    expect(liquidate(market(), 59, longs, shorts).told()).toEqual(told)
  })

  test('say side, amount and the usual minute', () => {
    const [evidence] = evidenceOf(liquidate(market(), 30, 0, 20_000))
    expect(evidence).toMatchObject({ sign: 'shorts-liquidated', unit: 'usd', windowMs: 60_000 })
    expect(evidence!.value).toBeGreaterThan(500_000)
    expect(evidence!.usual).toBeGreaterThan(700)
    expect(evidence!.usual).toBeLessThan(3000)
    expect(evidence).not.toHaveProperty('count')
  })

  test('are told as a least, with the seconds that had one, where a venue publishes a part', () => {
    const [evidence] = evidenceOf(liquidate(market('binance-perpetual'), 30, 20_000, 0))
    expect(evidence).toMatchObject({ sign: 'longs-liquidated', count: 30 })
  })

  test('of BTC need to be millions', () => {
    const made = new ContractMarket(12)
    made.calm(60)
    made.engine.data.pairs.get('SYSUSDT')!.base = 'BTC'
    expect(liquidate(made, 59, 50_000, 0).told()).toEqual([])
    expect(liquidate(made, 59, 120_000, 0).told()).toEqual(['liquidation-burst notice'])
  })

  test('of several contracts at once are told of none', () => {
    const made = market()
    const several = Object.fromEntries(
      made.contracts.slice(0, 6).map(({ symbol }) => [symbol, { longs: 60_000 }]),
    )
    for (let i = 0; i < 60; i++) made.step(1000, several)
    expect(made.changes).toEqual([])
  })

  test('settle when they have ended', () => {
    const made = liquidate(market(), 30, 20_000, 0)
    expect(openEpisodes(made.engine)).toHaveLength(1)
    made.calm(45, 2000)
    expect(openEpisodes(made.engine)).toEqual([])
    expect(made.engine.perpetual!.bursts.size).toBeLessThanOrEqual(1)
  })

  test('that come each minute are usual after some days', () => {
    const made = new ContractMarket(3)
    for (let i = 0; i < 4 * 1440; i++) made.step(60_000, { SYSUSDT: { longs: 90_000 } })
    made.changes.length = 0
    expect(liquidate(made, 59, 5000, 0).told()).toEqual([])
  })
})
