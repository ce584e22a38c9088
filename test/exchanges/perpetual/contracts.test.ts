import { expect, test } from 'vitest'
import { learnContracts, withContracts } from '../../../src/exchanges/perpetual/contracts.ts'
import { hyperliquidPerpetualMarket } from '../../../src/exchanges/perpetual/feeds/hyperliquid.ts'
import { listedIn } from '../../../src/exchanges/perpetual/listed-in.ts'
import { readMarket } from '../../../src/exchanges/perpetual/read-market.ts'
import { hyperliquidPerpetual } from '../../../src/exchanges/perpetual/venues/hyperliquid.ts'

// Which contracts are watched of a venue on which others list what they please.

const list = [
  { universe: [{ name: 'BTC' }, { name: 'HYPE' }], collateralToken: 0 },
  { universe: [{ name: 'xyz:TSLA' }, { name: 'xyz:BTC' }, { name: 'xyz:NEW' }], collateralToken: 0 },
  { universe: [{ name: 'hyna:GOLD' }, { name: 'hyna:BTC' }, { name: 'hyna:OPENAI' }], collateralToken: 235 },
]
const words = [
  ['xyz:TSLA', 'stocks'],
  ['xyz:BTC', 'crypto'],
  ['hyna:GOLD', 'Commodities'],
  ['hyna:BTC', ' Crypto '],
  ['hyna:OPENAI', 'preipo'],
  ['xyz:10Y', 'rates'],
]
const { classesIn } = hyperliquidPerpetualMarket.perpetual!.classes!

function learnt(categories: unknown = words) {
  const exchange = withContracts(hyperliquidPerpetualMarket)
  learnContracts(exchange, [...listedIn(hyperliquidPerpetual, [list]).values()], classesIn(categories))
  return exchange
}

test('they are of coins, as those who list them say, and one for each pair', () => {
  const { contracts, listed } = learnt()
  expect([...contracts!.keys()]).toEqual(['BTC', 'HYPE', 'hyna:BTC'])
  expect(contracts!.get('hyna:BTC')).toMatchObject({ base: 'BTC', quote: 'USDE', class: 'crypto' })
  expect([...listed!.values()].map((contract) => contract.class)).toEqual([
    ...['crypto', 'crypto', 'traditional', 'crypto', 'unknown'],
    ...['traditional', 'crypto', 'pre-market'],
  ])
})

test('without a word of them only the venue’s own are watched', () => {
  expect([...learnt([]).contracts!.keys()]).toEqual(['BTC', 'HYPE'])
  expect(() => classesIn({ error: 'no' })).toThrow()
  expect(
    classesIn([
      ['xyz:A', 5],
      [null, 'crypto'],
    ]),
  ).toEqual(new Map())
})

const context = { markPx: '2', midPx: '2', oraclePx: '2', funding: '0', openInterest: '1' }
const told = (...ctxs: readonly (readonly [string, readonly object[]])[]) =>
  readMarket(learnt(), 'ws.ticker', { channel: 'allDexsAssetCtxs', data: { ctxs } }, 1_790_000_000_000)

test('a place in the list is that of the whole list, and what was listed since is counted', () => {
  const reading = told(['', [context, context]], ['hyna', [context, context, context]])
  expect(reading.rows.map((row) => 'symbol' in row && row.symbol)).toEqual([
    ...['BTC', 'BTC', 'HYPE', 'HYPE', 'hyna:BTC', 'hyna:BTC'],
  ])
  expect(reading.dropped).toBe(0)
  expect(told(['', [context, context, context]]).dropped).toBe(1)
  expect(told(['new', [context, context]])).toMatchObject({ rows: [], dropped: 2 })
})
