import { beforeAll, describe, expect, test } from 'vitest'
import type { Trade } from '../../../../src/market/trade.ts'
import type { Good } from '../../../../tools/market-server/market/good.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import type { Client } from '../../../../tools/market-server/contract/client.ts'
import { openClient } from '../../../../tools/market-server/contract/client.ts'
import { listen } from '../../../../tools/market-server/contract/ear.ts'
import { contractMarket, played } from '../../../../tools/market-server/contract/played.ts'
import { expectTrades } from '../../../../tools/market-server/contract/same.ts'

// What every played venue must say on its sockets: it passes through the background's own framing and
// the real adapter without a loss, and it is what happened.

let market: Market

beforeAll(() => {
  market = contractMarket()
}, 30_000)

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))

describe.each(played)('%s', (_, venue, exchange) => {
  const { trades, stream } = exchange
  let client: Client
  let goods: readonly Good[]

  beforeAll(() => {
    client = openClient(venue, exchange, market)
    goods = client.busiest(3)
  })

  /** Trades in the messages, under the symbols of the pairs whatever the stream calls them. */
  function tradesIn(messages: readonly unknown[]): Trade[] {
    const symbols = new Map(goods.map(({ symbol }) => [trades.streamSymbol?.(symbol) ?? symbol, symbol]))
    return client
      .heard(messages, 'ws.trades')
      .filter((row) => row.type === 'trade')
      .map((trade) => ({ ...trade, symbol: symbols.get(trade.symbol ?? '') ?? trade.symbol }))
  }

  test('streams the trades of followed pairs', async () => {
    const ear = listen(client.desk, trades.stream)
    await client.run(ear, 2)
    for (const [i, some] of chunks(goods, trades.limits?.maxPairsPerFrame ?? goods.length).entries()) {
      client.wait(trades.limits?.minGapMs ?? 1_000)
      const symbols = some.map(({ symbol }) => symbol)
      ear.say(trades.subscribe(symbols, i + 1))
    }
    await ear.settled()
    const before = ear.messages.length
    const happened = (await client.run(ear, 15)).filter(({ good }) => goods.includes(good))
    // What a venue shows of the past on subscription is older than what happened since.
    const since = Math.floor(Math.min(...happened.map(({ at }) => at)) / 1_000) * 1_000
    const told = tradesIn(ear.messages.slice(before)).filter(({ at }) => at >= since)
    expectTrades(told, happened)
    expect(ear.closed).toEqual([])
  })

  test('stops when asked to, where the venue knows how', async () => {
    const symbols = goods.map(({ symbol }) => symbol)
    const [first] = chunks(symbols, trades.limits?.maxPairsPerFrame ?? symbols.length)
    const stop = trades.unsubscribe(first ?? [], 2)
    if (stop === null) return
    const ear = listen(client.desk, trades.stream)
    await client.run(ear, 2)
    client.wait(1_000)
    ear.say(trades.subscribe(first ?? [], 1))
    await client.run(ear, 4)
    ear.say(stop)
    await ear.settled()
    const before = ear.messages.length
    await client.run(ear, 6)
    expect(tradesIn(ear.messages.slice(0, before)).length).toBeGreaterThan(0)
    expect(tradesIn(ear.messages.slice(before))).toEqual([])
  })

  test('streams tickers where the exchange is heard so', async () => {
    if (!stream) return
    const ear = listen(client.desk, stream)
    await client.run(ear, 2)
    for (const { symbol } of goods) {
      client.wait(1_000)
      if (stream.tickerFrame) ear.say(stream.tickerFrame(symbol))
    }
    await client.run(ear, 10)
    const ticks = client.heard(ear.messages, 'ws.ticker').filter((row) => row.type === 'tick')
    for (const { symbol, price, tape } of goods)
      expect(ticks.findLast((tick) => tick.symbol === symbol)?.last, symbol).toBeCloseTo(price(tape.last), 8)
    expect(ear.closed).toEqual([])
  })
})
