import { describe, expect, test } from 'vitest'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { ContractMarket, type ContractStep } from './contract-market.ts'

/** A market after two hours, and a contract held so for some seconds. */
function held(step: (price: number) => ContractStep, seconds: number, market = new ContractMarket(12)) {
  if (market.inputs.length < 10) market.calm(120)
  const price = market.contracts[0]!.price
  for (let i = 0; i < seconds; i++) market.step(1000, { SYSUSDT: step(price) })
  return market
}

describe('a contract whose last price stands off its mark', () => {
  test.each([
    [0.004, []],
    [0.007, ['perp-gap notice']],
    [0.013, ['perp-gap notice', 'perp-gap warning']],
    [0.03, ['perp-gap danger']],
    [-0.03, ['perp-gap danger']],
  ])('by %f for three minutes is told as %j', (gap, told) => {
    const market = held((price) => ({ last: price, mark: price / (1 + gap), index: price / (1 + gap) }), 180)
    expect(market.told().filter((each) => !told.includes(each))).toEqual([])
    expect(market.told().at(-1)).toEqual(told.at(-1))
  })

  test('has the distance, for how long, and what is usual as evidence', () => {
    const market = held((price) => ({ last: price, mark: price / 1.019, index: price / 1.019 }), 120)
    const [episode] = openEpisodes(market.engine)
    const evidence = episode!.evidence.find(({ sign }) => sign === 'mark-gap')!
    expect(evidence.value).toBeCloseTo(0.019, 3)
    expect(evidence.usual).toBeLessThan(0.002)
    expect(evidence.windowMs).toBeGreaterThan(50_000)
  })

  test('for half a minute, or without a trade, is not told', () => {
    expect(held((price) => ({ last: price, mark: price / 1.05 }), 30).told()).toEqual([])
    const untraded = new ContractMarket(12, { turnover: 0.01 })
    expect(
      held(
        (price) => ({ last: price, mark: price / 1.05, index: price / 1.05, times: 0 }),
        180,
        untraded,
      ).told(),
    ).toEqual([])
  })

  test('settles once it has come back', () => {
    const market = held((price) => ({ last: price, mark: price / 1.03, index: price / 1.03 }), 120)
    expect(market.told()).not.toEqual([])
    market.calm(40, 2000)
    expect(openEpisodes(market.engine)).toEqual([])
  })
})

test('mark and index apart are told, though nothing is traded off its mark', () => {
  const market = held((price) => ({ last: price, mark: price, index: price / 1.012 }), 120)
  expect(market.told()).toContain('perp-gap warning')
  expect(openEpisodes(market.engine)[0]!.evidence.map(({ sign }) => sign)).toEqual(['index-gap'])
})

test('a perpetual below its spot is told, where the index says that spot is the same coin', () => {
  const market = new ContractMarket(12)
  market.hasSpot = true
  market.calm(30)
  const { price } = market.contracts[0]!
  for (let i = 0; i < 120; i++) market.step(1000, { SYSUSDT: { last: price, spot: price * 1.05 } })
  expect(market.told()).toEqual(['perp-gap danger'])
  expect(openEpisodes(market.engine)[0]!.evidence[0]).toMatchObject({ sign: 'spot-gap' })
})

test('another coin of the name on the spot market is none to compare with', () => {
  const market = new ContractMarket(12)
  market.hasSpot = true
  for (let i = 0; i < 720; i++) market.step(10_000, { SYSUSDT: { spot: market.contracts[0]!.price * 3 } })
  expect(market.changes).toEqual([])
})

test('what is not measured any more is not told as if it went on', () => {
  const market = new ContractMarket(12)
  market.hasSpot = true
  market.calm(120)
  const { price } = market.contracts[0]!
  for (let i = 0; i < 90; i++) market.step(1000, { SYSUSDT: { last: price, spot: price * 1.05 } })
  expect(market.told()).not.toEqual([])
  market.hasSpot = false
  market.calm(60, 5000)
  expect(openEpisodes(market.engine)).toEqual([])
})

test('all contracts apart from spot alike are no news of any', () => {
  const market = new ContractMarket(12)
  market.hasSpot = true
  market.calm(120)
  const drawn = () =>
    Object.fromEntries(
      market.contracts.map(({ symbol, price }) => [symbol, { last: price, spot: price * 1.03 }]),
    )
  for (let i = 0; i < 180; i++) market.step(1000, drawn())
  expect(market.changes).toEqual([])
})

test('a contract that always stands fifteen percent off its index does so without a word', () => {
  const market = new ContractMarket(12, { of: 'pre-market' })
  for (let i = 0; i < 1500; i++) {
    const { price } = market.contracts[0]!
    market.step(10_000, { SYSUSDT: { mark: price, index: price / 1.15 } })
  }
  expect(market.changes).toEqual([])
})

test('what is no coin counts from three times as far on, and does not pump', () => {
  const apart = (gap: number) =>
    held(
      (price) => ({ last: price, mark: price / (1 + gap), index: price / (1 + gap) }),
      120,
      calmed(new ContractMarket(12, { of: 'traditional' })),
    ).told()
  expect(apart(0.012)).toEqual([])
  expect(apart(0.02)).toEqual(['perp-gap notice'])
  const opening = calmed(new ContractMarket(12, { of: 'traditional' }))
  const { price } = opening.contracts[0]!
  for (let i = 0; i < 120; i++)
    opening.step(1000, { SYSUSDT: { last: price * (1 + Math.min(0.15, i / 200)), times: 30 } })
  expect(opening.told()).toEqual([])
})

function calmed(market: ContractMarket): ContractMarket {
  market.calm(120)
  return market
}

test('without the list of contracts nothing is taken', () => {
  const market = new ContractMarket(3)
  market.engine.perpetual = null
  market.calm(70)
  expect(market.engine.perpetual).toBeNull()
})
