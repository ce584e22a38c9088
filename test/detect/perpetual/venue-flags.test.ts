import { expect, test } from 'vitest'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { ContractMarket, type ContractStep } from './contract-market.ts'

const minute = 60_000

/** Flags of the one episode that runs, each with the time since which it is set. */
function flagsOf(market: ContractMarket): Readonly<Record<string, number>> {
  const evidence = openEpisodes(market.engine)[0]?.evidence ?? []
  return Object.fromEntries(
    evidence.filter(({ unit }) => unit === 'time').map((each) => [each.sign, each.value]),
  )
}

/** A market of half an hour in which the venue has said so of a contract, and its prices then stand apart. */
function apart(said: ContractStep, afterMs = 1000): ContractMarket {
  const market = new ContractMarket(12)
  market.calm(30)
  market.step(1000, { SYSUSDT: said })
  const { price } = market.contracts[0]!
  for (let waited = 0; waited < afterMs - 1000; waited += minute) market.calm(1)
  for (let i = 0; i < 70; i++) market.step(1000, { SYSUSDT: { last: price, mark: price / 1.03 } })
  return market
}

test('what a venue flags of a contract is evidence of its episode, with since when', () => {
  const market = apart({ adlRisk: 'high', isDislocated: true, isVolatile: true })
  const since = market.at - 70_000
  expect(flagsOf(market)).toEqual({
    'adl-risk': since,
    dislocation: since,
    'extreme-volatility': since,
  })
})

test('begins no episode, and makes none graver', () => {
  const market = new ContractMarket(12)
  market.calm(30)
  for (let i = 0; i < 120; i++) market.step(1000, { SYSUSDT: { adlRisk: 'high', isDislocated: true } })
  expect(market.changes).toEqual([])
  const told = (said: ContractStep) => apart(said).told()
  expect(told({ adlRisk: 'high', isDislocated: true, isVolatile: true })).toEqual(told({}))
})

test('that is taken back, or not set, is none', () => {
  expect(flagsOf(apart({ adlRisk: 'low', isDislocated: false }))).toEqual({})
  const market = new ContractMarket(12)
  market.calm(30)
  market.step(1000, { SYSUSDT: { adlRisk: 'high', isDislocated: true } })
  market.step(1000, { SYSUSDT: { adlRisk: 'low' } })
  expect(market.engine.perpetual!.flags.get('SYSUSDT')).toMatchObject({ dislocation: {} })
  market.step(1000, { SYSUSDT: { isDislocated: false } })
  expect(market.engine.perpetual!.flags.size).toBe(0)
})

test('that the venue has not repeated for long is told no more', () => {
  const market = apart({ adlRisk: 'high', isDislocated: true }, 4 * minute)
  expect(Object.keys(flagsOf(market))).toEqual(['adl-risk'])
})
