import { beforeAll, describe, expect, test } from 'vitest'
import { listingOf } from '../../../../src/exchanges/perpetual/contracts.ts'
import { readMarket } from '../../../../src/exchanges/perpetual/read-market.ts'
import { rowsOf } from '../../../../src/exchanges/validate/read.ts'
import type { Listing } from '../../../../tools/market-server/market/listing.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import type { VenueClient } from './venue-client.ts'
import { openVenueClient } from './venue-client.ts'
import { contractMarket, hostOf, simulatedMarkets, frozenAsset } from './contract-market.ts'
import { expectTick, expectTrades } from './expect-same.ts'

// What every simulated venue must reply: it passes through the real adapter without loss and equals what
// happened. Each failure names what is missing.

let market: Market

beforeAll(() => {
  market = contractMarket()
})

// A new exchange may come without a simulation: then nothing is tested here.
test('the exchanges of the first version are simulated', () => {
  expect(simulatedMarkets.length).toBeGreaterThanOrEqual(17)
})

describe.each(simulatedMarkets)('%s', (id, venue, exchange) => {
  let client: VenueClient
  const { tickers, trades, stream, official = [] } = exchange

  beforeAll(() => {
    client = openVenueClient(venue, exchange, market)
  })

  test('simulates every host of the exchange', () => {
    const calls = [
      exchange.symbols,
      tickers,
      ...(tickers.furtherCalls ?? []),
      trades.backfill('X'),
      ...(exchange.perpetual?.polls ?? []),
      ...official,
    ]
    const urls = [
      // The pages of contracts are served by the exchange's spot market.
      ...(exchange.perpetual ? [] : exchange.pages),
      ...[...exchange.hosts, ...calls.map(({ url }) => url), trades.stream.url],
      ...[...(stream ? [stream] : []), ...(exchange.perpetual?.streams ?? [])].map(({ url }) => url),
      ...(trades.stream.handshake?.ticket ? [trades.stream.handshake.ticket.url] : []),
    ]
    expect(venue.hosts).toEqual(expect.arrayContaining(urls.map(hostOf)))
    expect(client.venueServer.venueMarket.venue).toBe(id)
    // bitFlyer has one product with leverage.
    expect(client.venueServer.venueMarket.listings.length).toBeGreaterThan(
      id === 'bitflyer-perpetual' ? 1 : 5,
    )
  })

  test('lists its pairs', () => {
    const reading = client.get(exchange.symbols)
    const listings = [...rowsOf(reading, 'symbol'), ...client.watched.map(listingOf)]
    const named = ({ symbol, base, quote }: Pick<Listing, 'symbol' | 'base' | 'quote'>) =>
      `${symbol} = ${base}/${quote}`
    expect(listings.map(named).toSorted()).toEqual(
      client.venueServer.venueMarket.listings.map(named).toSorted(),
    )
    expect(new Set(listings.map(({ state }) => state))).toEqual(new Set(['trading']))
  })

  test('returns every ticker', () => {
    const { forPair } = tickers
    const calls = forPair
      ? client.busiestPairs(8).map(({ symbol }) => forPair(symbol))
      : [tickers, ...(tickers.furtherCalls ?? [])]
    const ticks = calls.flatMap((call) => rowsOf(client.get(call), 'tick'))
    const { venueMarket } = client.venueServer
    // What others list on Hyperliquid comes by its stream alone.
    const polled = venueMarket.listings.filter(({ symbol }) => !symbol.includes(':'))
    expect(ticks.length).toBe(forPair ? calls.length : polled.length)
    for (const tick of ticks) expectTick(venueMarket, tick)
  })

  test('returns the trades of a pair', () => {
    for (const listing of client.busiestPairs(2)) {
      const received = rowsOf(client.get(trades.backfill(listing.symbol)), 'trade')
      expect(received.map(({ symbol }) => symbol)).toEqual(received.map(() => listing.symbol))
      expectTrades(received, client.venueServer.venueMarket.latestTrades(listing, 2_000), true)
    }
  })

  test('returns candles where the adapter requests them', () => {
    const [listing] = client.busiestPairs(1)
    const call = listing && trades.history(listing.symbol, market.now)
    if (!call) return
    const candles = rowsOf(client.get(call), 'candle')
    expect(candles.length).toBeGreaterThan(50)
    const { venueMarket } = client.venueServer
    const closeAt = new Map(
      venueMarket.candles(listing, 1, 2_000).map((bar) => [bar.minute * 60_000, bar.close]),
    )
    for (const { at, close } of candles)
      if (closeAt.has(at)) expect(close).toBeCloseTo(closeAt.get(at) ?? NaN, 8)
  })

  test('publishes its official statements', () => {
    const rows = official.flatMap((call) => client.get(call).rows)
    const asset = rows.find((row) => row.type === 'asset' && row.asset === frozenAsset)
    if (official.some(({ kind }) => kind === 'rest.currencies'))
      expect(asset).toMatchObject({ deposit: false, withdrawal: false })
    const titles = rows.map((row) => (row.type === 'notice' ? row.title : undefined))
    if (official.some(({ kind }) => kind === 'rest.announcements'))
      expect(titles).toContain('Notice of Scheduled System Maintenance for Spot')
  })

  test('refuses in its own format, and no valid row is read from it', () => {
    expect(client.venueServer.refusal(429, 7).status).toBeGreaterThanOrEqual(400)
    const { status, body } = client.venueServer.refusal(200, 0)
    const reading = readMarket(exchange, tickers.kind, JSON.parse(body), market.now)
    expect(reading.rows.filter(({ type }) => type !== 'error')).toEqual([])
    expect(status >= 400 || reading.rows.length > 0 || reading.dropped > 0).toBe(true)
  })
})
