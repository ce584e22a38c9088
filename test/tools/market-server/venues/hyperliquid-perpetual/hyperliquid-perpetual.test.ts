import { beforeAll, expect, test } from 'vitest'
import { hyperliquidPerpetualMarket as exchange } from '../../../../../src/exchanges/perpetual/feeds/hyperliquid.ts'
import { rowsOf } from '../../../../../src/exchanges/validate/read.ts'
import type { Listing } from '../../../../../tools/market-server/market/listing.ts'
import { hyperliquidPerpetual } from '../../../../../tools/market-server/venues/hyperliquid-perpetual/hyperliquid-perpetual.ts'
import { contractMarket } from '../../contract/contract-market.ts'
import { expectTrades } from '../../contract/expect-same.ts'
import { callOf } from '../../contract/stream-client.ts'
import { openVenueClient, type VenueClient } from '../../contract/venue-client.ts'

const market = contractMarket()
let client: VenueClient
let kTRX: Listing

beforeAll(() => {
  client = openVenueClient(hyperliquidPerpetual, exchange, market)
  kTRX = client.venueServer.venueMarket.listing('kTRX')!
})

const post = (body: unknown) =>
  client.venueServer.answer(callOf('https://api.hyperliquid.xyz/info', 'POST', body))

test('a contract of a thousand coins is traded, and its candles are told, by the coin', () => {
  expect(kTRX).toMatchObject({ base: 'TRX', quote: 'USDC' })
  const trades = rowsOf(client.get(exchange.trades.backfill('kTRX')), 'trade')
  expectTrades(trades, client.venueServer.venueMarket.latestTrades(kTRX, 100), true)
  const bars = client.venueServer.venueMarket.candles(kTRX, 1, 60)
  const candles = rowsOf(client.get(exchange.trades.history('kTRX', market.now)!), 'candle')
  for (const bar of bars.filter(({ count }) => count > 0)) {
    const candle = candles.find(({ at }) => at === bar.minute * 60_000)
    expect((candle?.close ?? 0) / bar.close).toBeCloseTo(1, 8)
    expect((candle?.baseVolume ?? 0) / bar.base).toBeCloseTo(1, 6)
  }
})

test('what is told of all contracts is one row each in the order of the list', () => {
  const [meta, contexts] = JSON.parse(post({ type: 'metaAndAssetCtxs' }).body) as [
    { universe: unknown[] },
    object[],
  ]
  expect(contexts).toHaveLength(meta.universe.length)
  expect(contexts.every((context) => !('name' in context))).toBe(true)
})

test('of an exchange that others run the coins are watched, in a dollar of their own, and its metal is not', () => {
  const { symbols, classes } = { ...exchange, ...exchange.perpetual }
  expect(rowsOf(client.get(symbols), 'contract').map(({ symbol }) => symbol)).toContain('hyna:GOLD')
  expect(classes!.classesIn(JSON.parse(client.reply(classes!))).get('hyna:GOLD')).toBe('traditional')
  const others = client.watched.filter(({ symbol }) => symbol.startsWith('hyna:'))
  expect(others.map(({ symbol, base, quote }) => `${symbol} ${base}/${quote}`)).toEqual([
    ...['hyna:BTC BTC/USDE', 'hyna:ETH ETH/USDE', 'hyna:ADA ADA/USDE', 'hyna:kTRX TRX/USDE'],
  ])
})

test('it says little where it refuses, and asks for a body that it knows', () => {
  expect(post({ type: 'recentTrades', coin: 'NOWHERE' })).toMatchObject({ status: 500, body: 'null' })
  expect(post({ type: 'nothing' }).status).toBe(422)
  expect(client.venueServer.answer(callOf('https://api.hyperliquid.xyz/info')).status).toBe(404)
  client.wait(60_000)
  const statuses = Array.from({ length: 61 }, () => post({ type: 'meta' }).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(60)
  expect(statuses.at(-1)).toBe(429)
})
