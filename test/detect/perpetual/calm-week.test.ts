import { expect, test } from 'vitest'
import { seeded } from '../../../tools/examples/seeded.ts'
import { ContractMarket, type ContractStep } from './contract-market.ts'
import { isWhole } from '../../shared/length.ts'

const days = isWhole ? 7 : 2

test(`${days} calm days of two hundred contracts are told of nothing`, { timeout: 300_000 }, () => {
  const market = new ContractMarket(200, { venue: 'binance-perpetual', seed: 7 })
  market.hasSpot = true
  const random = seeded(11)
  // Positions are liquidated in every market: mostly small ones, now and then one of fifty thousand dollars.
  const liquidated = (): ContractStep => {
    const usd = 300 * Math.exp(5 * random())
    return random() < 0.5 ? { longs: usd } : { shorts: usd }
  }
  for (let i = 0; i < days * 720; i++) {
    const drawn: Record<string, ContractStep> = {}
    for (const { symbol } of market.contracts) if (random() < 0.1) drawn[symbol] = liquidated()
    market.step(120_000, drawn, 0.0002 * (random() - 0.5))
    market.inputs.length = 0
  }
  expect(market.changes.map(({ kind, symbol, evidence }) => [kind, symbol, evidence[0]?.sign])).toEqual([])
})
