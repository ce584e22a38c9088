import { describe, expect, test } from 'vitest'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { ContractMarket, type ContractStep } from './contract-market.ts'

/** A market after half an hour whose orders may be a tenth from the mark, and a contract that stands so for some seconds. */
function held(step: (price: number) => ContractStep, seconds: number, band = 0.1): ContractMarket {
  const market = new ContractMarket(12, { band })
  market.calm(30)
  const { price } = market.contracts[0]!
  for (let i = 0; i < seconds; i++) market.step(1000, { SYSUSDT: step(price) })
  return market
}

const at = (share: number) => (price: number) => ({
  last: price,
  mark: price / (1 + share),
  index: price / (1 + share),
})
const bandOf = (market: ContractMarket) =>
  openEpisodes(market.engine)[0]?.evidence.find(({ sign }) => sign === 'price-band')

describe('a contract whose last price is held at its price band', () => {
  test.each([
    ['upper', 0.1],
    ['lower', -0.1],
  ])('at the %s limit is a Warning after ten seconds', (_, share) => {
    expect(held(at(share), 10).told()).toEqual([])
    expect(held(at(share), 12).told()).toEqual(['perp-gap warning'])
  })

  test('has the limit and for how long as evidence, first of all, and the distance once that has lasted', () => {
    const market = held(at(0.1), 90)
    const price = market.contracts[0]!.price
    const found = bandOf(market)!
    expect(found).toMatchObject({ unit: 'price' })
    expect(found.value / price).toBeCloseTo(1, 6)
    expect(found.windowMs).toBeGreaterThan(80_000)
    expect(openEpisodes(market.engine)[0]!.evidence.map(({ sign }) => sign)).toEqual([
      'price-band',
      'mark-gap',
    ])
    expect(market.told()).toEqual(['perp-gap warning', 'perp-gap danger'])
  })

  test('is a Danger together with liquidations', () => {
    const market = held((price) => ({ ...at(0.1)(price), shorts: 20_000 }), 25)
    expect(market.changes.find(({ tier }) => tier === 'danger')?.also).toContain('perp-gap')
  })

  test('is told by limits that the venue tells as prices, without any mark', () => {
    const limits = (price: number) => ({ last: price, upperLimit: price * 1.0005, lowerLimit: price * 0.9 })
    expect(held(limits, 15, 0).told()).toEqual(['perp-gap warning'])
  })

  test('is none while nothing is traded there', () => {
    const market = new ContractMarket(12, { band: 0.1, turnover: 0.01 })
    market.calm(30)
    const { price } = market.contracts[0]!
    for (let i = 0; i < 30; i++) market.step(1000, { SYSUSDT: { ...at(0.1)(price), times: 0 } })
    expect(market.changes).toEqual([])
  })

  test.each([
    ['no limit is published', at(0.1), 0],
    ['it is a tenth of the way short of the limit', at(0.09), 0.1],
    ['it is far beyond the limit', at(0.13), 0.1],
    ['the band is so narrow that a price is often at its limit', at(0.004), 0.004],
  ])('is none where %s', (_, step, band) => {
    expect(held(step, 40, band).told()).toEqual([])
  })

  test('that touches it for moments is none', () => {
    const market = new ContractMarket(12, { band: 0.1 })
    market.calm(30)
    const { price } = market.contracts[0]!
    for (let i = 0; i < 40; i++) market.step(1000, { SYSUSDT: at(i % 8 < 5 ? 0.1 : 0.01)(price) })
    expect(bandOf(market)).toBeUndefined()
  })

  test('that nobody has seen for half a minute begins anew', () => {
    const market = held(at(0.1), 8)
    const { price } = market.contracts[0]!
    market.step(40_000, { SYSUSDT: at(0.1)(price) })
    market.step(1000, { SYSUSDT: at(0.1)(price) })
    expect(market.engine.perpetual!.pinned.get('SYSUSDT')!.since).toBe(market.at - 1000)
  })
})

test('a contract that is listed without a band any more is held at none', () => {
  const market = held(at(0.1), 5)
  const list = market.inputs.find((input) => input.kind === 'contracts')!.list
  market.play({ kind: 'contracts', list: list.map(({ upperBand: _u, lowerBand: _l, ...rest }) => rest) })
  const { price } = market.contracts[0]!
  for (let i = 0; i < 20; i++) market.step(1000, { SYSUSDT: at(0.1)(price) })
  expect(market.told()).toEqual([])
})
