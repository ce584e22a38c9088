import { beforeAll, describe, expect, test } from 'vitest'
import type { Trade } from '../../../../src/market/trade.ts'
import type { Listing } from '../../../../tools/market-server/market/listing.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import type { VenueClient } from './venue-client.ts'
import { openVenueClient } from './venue-client.ts'
import { openStreamClient } from './stream-client.ts'
import { contractMarket, simulatedMarkets } from './contract-market.ts'
import { expectTrades } from './expect-same.ts'

// What every simulated venue must send on its sockets: it passes through the background's own framing and the
// real adapter without loss, and equals what happened.

let market: Market

beforeAll(() => {
  market = contractMarket()
})

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))

describe.each(simulatedMarkets)('%s', (_, venue, exchange) => {
  const { trades, stream } = exchange
  let client: VenueClient
  let listings: readonly Listing[]

  beforeAll(() => {
    client = openVenueClient(venue, exchange, market)
    listings = client.busiestPairs(3)
  })

  const nameOf = ({ symbol }: Listing) => trades.streamSymbol?.(symbol) ?? symbol

  /** Trades in the messages, under the symbols of the pairs whatever the stream calls them. */
  function tradesIn(messages: readonly unknown[]): Trade[] {
    const symbols = new Map(listings.map((listing) => [nameOf(listing), listing.symbol]))
    return client
      .rowsIn(messages, 'ws.trades')
      .filter((row) => row.type === 'trade')
      .map((trade) => ({ ...trade, symbol: symbols.get(trade.symbol ?? '') ?? trade.symbol }))
  }

  test('streams the trades of followed pairs', async () => {
    const streamClient = openStreamClient(client.venueServer, trades.stream)
    await client.run(streamClient, 2)
    for (const [i, some] of chunks(listings, trades.limits?.maxPairsPerFrame ?? listings.length).entries()) {
      client.wait(trades.limits?.minGapMs ?? 1_000)
      streamClient.send(trades.subscribe(some.map(nameOf), i + 1, client.wall))
    }
    await streamClient.settled()
    const before = streamClient.messages.length
    const happened = (await client.run(streamClient, 15)).filter(({ listing }) => listings.includes(listing))
    // Past trades sent on subscription are older than live ones.
    const since = Math.floor(Math.min(...happened.map(({ at }) => at)) / 1_000) * 1_000
    const received = tradesIn(streamClient.messages.slice(before)).filter(({ at }) => at >= since)
    expectTrades(received, happened)
    expect(streamClient.closed).toEqual([])
  })

  test('stops on unsubscribing, where the venue supports it', async () => {
    const names = listings.map(nameOf)
    const [first] = chunks(names, trades.limits?.maxPairsPerFrame ?? names.length)
    const stop = trades.unsubscribe(first ?? [], 2, client.wall)
    if (stop === null) return
    const streamClient = openStreamClient(client.venueServer, trades.stream)
    await client.run(streamClient, 2)
    client.wait(1_000)
    streamClient.send(trades.subscribe(first ?? [], 1, client.wall))
    await client.run(streamClient, 4)
    streamClient.send(stop)
    await streamClient.settled()
    const before = streamClient.messages.length
    await client.run(streamClient, 6)
    expect(tradesIn(streamClient.messages.slice(0, before)).length).toBeGreaterThan(0)
    expect(tradesIn(streamClient.messages.slice(before))).toEqual([])
  })

  test('streams tickers where the adapter subscribes to them', async () => {
    if (!stream) return
    const streamClient = openStreamClient(client.venueServer, stream, client.wall)
    await client.run(streamClient, 2)
    for (const { symbol } of listings) {
      client.wait(1_000)
      if (stream.tickerFrame) streamClient.send(stream.tickerFrame(symbol, 1))
    }
    await client.run(streamClient, 10)
    const ticks = client.rowsIn(streamClient.messages, 'ws.ticker').filter((row) => row.type === 'tick')
    for (const { symbol, price, tape } of listings)
      expect(ticks.findLast((tick) => tick.symbol === symbol)?.last, symbol).toBeCloseTo(price(tape.last), 8)
    expect(streamClient.closed).toEqual([])
  })
})
