import { expect, test } from 'vitest'
import { createSpotPrices, spotPricesOf } from '../../../src/background/venues/spot-prices.ts'
import type { Venue } from '../../../src/background/venues/venue.ts'
import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { playInput } from '../../../src/detect/play-input.ts'

const at = Date.UTC(2026, 10, 1)
type Row = readonly [symbol: string, base: string, quote: string, last: number]

function engineOf(venue: string, rows: readonly Row[], now = at): Engine {
  const engine = createEngine(venue)
  const list = rows.map(([symbol, base, quote]) => ({
    type: 'symbol' as const,
    symbol,
    base,
    quote,
    state: 'trading' as const,
  }))
  playInput(engine, { kind: 'list', list })
  const ticks = rows.map(([symbol, base, quote, last]) => ({
    type: 'tick' as const,
    symbol,
    base,
    quote,
    last,
    at: now,
  }))
  takeTicks(engine, ticks, now)
  return engine
}
const spot = engineOf('binance', [
  ['BTCUSDT', 'BTC', 'USDT', 100_000],
  ['BTCUSDC', 'BTC', 'USDC', 100_010],
  ['PEPEUSDT', 'PEPE', 'USDT', 0.00001],
])
const contracts = engineOf('binance-perpetual', [
  ['BTCUSDC', 'BTC', 'USDC', 100_050],
  ['1000PEPEUSDT', 'PEPE', 'USDT', 0.00001],
  ['NEWUSDT', 'NEW', 'USDT', 1],
])

test('a contract is held against the pair of its coin in its own quote', () => {
  expect(spotPricesOf(spot, contracts)).toEqual([
    { symbol: 'BTCUSDC', last: 100_010 },
    { symbol: '1000PEPEUSDT', last: 0.00001 },
  ])
})

test('a price of minutes ago is none of now', () => {
  const later = engineOf('binance', [['ETHUSDT', 'ETH', 'USDT', 1]], at)
  takeTicks(
    later,
    [{ type: 'tick', symbol: 'BTCUSDT', base: 'BTC', quote: 'USDT', last: 1, at: at + 180_000 }],
    at + 180_000,
  )
  const eth = engineOf('binance-perpetual', [['ETHUSDT', 'ETH', 'USDT', 1]])
  expect(spotPricesOf(later, eth)).toEqual([])
})

test('only the market of the same exchange is asked, and every two seconds', () => {
  const taken: unknown[] = []
  let receivedAt = at
  const venueOf = (id: string, engine: Engine) =>
    ({
      exchange: { id },
      engine,
      state: () => ({ receivedAt }),
      takeSpot: (prices: unknown) => taken.push([id, prices]),
    }) as unknown as Venue
  const venues = [
    venueOf('binance', spot),
    venueOf('binance-perpetual', contracts),
    venueOf('bybit-perpetual', contracts),
  ]
  const tick = createSpotPrices(() => venues)
  for (const ms of [0, 1000, 2000, 3000]) tick(at + ms)
  expect(taken.map((entry) => (entry as [string])[0])).toEqual(['binance-perpetual', 'binance-perpetual'])
  // The clock of a market that is not heard stands still, and its prices with it.
  receivedAt = at - 18_000
  tick(at + 4000)
  expect(taken).toHaveLength(2)
})
