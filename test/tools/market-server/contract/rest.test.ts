import { beforeAll, describe, expect, test } from 'vitest'
import { read, rowsOf } from '../../../../src/exchanges/validate/read.ts'
import type { Good } from '../../../../tools/market-server/market/good.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import type { Client } from '../../../../tools/market-server/contract/client.ts'
import { openClient } from '../../../../tools/market-server/contract/client.ts'
import { contractMarket, hostOf, played, STUCK } from '../../../../tools/market-server/contract/played.ts'
import { expectTick, expectTrades } from '../../../../tools/market-server/contract/same.ts'

// What every played venue must answer: it passes through the real adapter without a loss and says
// what happened. Each failure says what is missing.

let market: Market

beforeAll(() => {
  market = contractMarket()
}, 30_000)

// One that joins may come without its play: nothing here is asked of it then.
test('the exchanges of the first version are played', () => {
  expect(played.length).toBeGreaterThanOrEqual(17)
})

describe.each(played)('%s', (id, venue, exchange) => {
  let client: Client
  const { tickers, trades, stream, official = [] } = exchange

  beforeAll(() => {
    client = openClient(venue, exchange, market)
  })

  test('plays every host that the exchange is asked at', () => {
    const calls = [
      exchange.symbols,
      tickers,
      ...(tickers.furtherCalls ?? []),
      trades.backfill('X'),
      ...official,
    ]
    const urls = [
      ...exchange.pages,
      ...[...exchange.hosts, ...calls.map(({ url }) => url), trades.stream.url],
      ...(stream ? [stream.url] : []),
      ...(trades.stream.handshake?.ticket ? [trades.stream.handshake.ticket.url] : []),
    ]
    expect(venue.hosts).toEqual(expect.arrayContaining(urls.map(hostOf)))
    expect(client.desk.shelf.venue).toBe(id)
    expect(client.desk.shelf.goods.length).toBeGreaterThan(5)
  })

  test('lists its pairs', () => {
    const listings = rowsOf(client.ask(exchange.symbols), 'symbol')
    const named = ({ symbol, base, quote }: Pick<Good, 'symbol' | 'base' | 'quote'>) =>
      `${symbol} = ${base}/${quote}`
    expect(listings.map(named).toSorted()).toEqual(client.desk.shelf.goods.map(named).toSorted())
    expect(new Set(listings.map(({ state }) => state))).toEqual(new Set(['trading']))
  })

  test('tells every ticker', () => {
    const { forPair } = tickers
    const calls = forPair
      ? client.busiest(8).map(({ symbol }) => forPair(symbol))
      : [tickers, ...(tickers.furtherCalls ?? [])]
    const ticks = calls.flatMap((call) => rowsOf(client.ask(call), 'tick'))
    const { shelf } = client.desk
    expect(ticks.length).toBe(forPair ? calls.length : shelf.goods.length)
    for (const tick of ticks) expectTick(shelf, tick)
  })

  test('tells the trades of a pair', () => {
    for (const good of client.busiest(2)) {
      const told = rowsOf(client.ask(trades.backfill(good.symbol)), 'trade')
      expect(told.map(({ symbol }) => symbol)).toEqual(told.map(() => good.symbol))
      expectTrades(told, client.desk.shelf.trades(good, 2_000), true)
    }
  })

  test('gives candles where the exchange is asked for them', () => {
    const [good] = client.busiest(1)
    const call = good && trades.history(good.symbol)
    if (!call) return
    const candles = rowsOf(client.ask(call), 'candle')
    expect(candles.length).toBeGreaterThan(50)
    const { shelf } = client.desk
    const kept = new Map(shelf.candles(good, 1, 2_000).map((bar) => [bar.minute * 60_000, bar.close]))
    for (const { at, close } of candles) if (kept.has(at)) expect(close).toBeCloseTo(kept.get(at) ?? NaN, 8)
  })

  test('speaks for itself', () => {
    const rows = official.flatMap((call) => client.ask(call).rows)
    const asset = rows.find((row) => row.type === 'asset' && row.asset === STUCK)
    if (official.some(({ kind }) => kind === 'rest.currencies'))
      expect(asset).toMatchObject({ deposit: false, withdrawal: false })
    const titles = rows.map((row) => (row.type === 'notice' ? row.title : undefined))
    if (official.some(({ kind }) => kind === 'rest.announcements'))
      expect(titles).toContain('Notice of Scheduled System Maintenance for Spot')
  })

  test('refuses in its own words, and nothing sound is read from it', () => {
    expect(client.desk.refusal(429, 7).status).toBeGreaterThanOrEqual(400)
    const { status, body } = client.desk.refusal(200, 0)
    const reading = read(exchange, tickers.kind, JSON.parse(body), market.now)
    expect(reading.rows.filter(({ type }) => type !== 'error')).toEqual([])
    expect(status >= 400 || reading.rows.length > 0 || reading.dropped > 0).toBe(true)
  })
})
