import { beforeAll, describe, expect, test } from 'vitest'
import type { Exchange, ReadKind, RestCall } from '../../../src/exchanges/exchange.ts'
import { askedBy } from '../../../src/exchanges/asked.ts'
import { read, rowsOf } from '../../../src/exchanges/read.ts'
import { readable } from '../../../src/exchanges/readable.ts'
import type { Good } from '../market/good.ts'
import type { Market } from '../market/market.ts'
import { venues } from '../venues/all.ts'
import type { Desk, Venue } from '../venues/venue.ts'
import type { Ear } from './ear.ts'
import { callOf, listen } from './ear.ts'
import { contractMarket, STUCK } from './played.ts'
import { expectTick, expectTrades } from './same.ts'

// What every played venue must do: what it sends passes through the real adapter without a loss and
// says what happened. Each failure says what is missing.

let market: Market
let wall = 1_700_000_000_000

beforeAll(() => {
  market = contractMarket()
}, 30_000)

const hostOf = (url: string) => new URL(url.replace('*', '')).hostname

/** One GET, patient: no budget is met. */
function ask(exchange: Exchange, desk: Desk, call: RestCall) {
  wall += 60_000
  const reply = desk.answer(callOf(call.url))
  expect(reply.status, `${call.url} → ${reply.body.slice(0, 200)}`).toBe(200)
  const reading = read(exchange, call.kind, JSON.parse(reply.body), market.now, askedBy(exchange, call.url))
  expect(reading.dropped, `rows of ${call.url} that the adapter drops`).toBe(0)
  expect(rowsOf(reading, 'error'), call.url).toEqual([])
  return reading
}

/** Market and wall go on together, by the second. */
async function run(desk: Desk, ear: Ear, seconds: number) {
  const deals = []
  for (let i = 0; i < seconds; i++) {
    wall += 1_000
    const prints = market.advance(market.now + 1_000)
    deals.push(...desk.shelf.dealsOf(prints))
    desk.step(prints)
    // What the venue asked is answered within the second; an answer may bring the next.
    await ear.settled()
    await ear.settled()
  }
  return deals
}

const chunks = <T>(list: readonly T[], size: number) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))

const busiest = (desk: Desk, most: number): Good[] =>
  desk.shelf.goods.toSorted((a, b) => b.tape.day.count - a.tape.day.count).slice(0, most)

const known = venues.map((venue) => {
  const exchange = readable.find(({ id }) => id === venue.id)
  if (!exchange) throw new Error(`No exchange "${venue.id}" in src/exchanges/readable.ts`)
  return [venue.id, venue, exchange] as const
})

describe.each(known)('%s', (id, venue: Venue, exchange: Exchange) => {
  let desk: Desk
  const { tickers, trades, stream, official = [] } = exchange

  beforeAll(() => {
    desk = venue.open(market, () => wall)
  })

  test('plays every host that the exchange is asked at', () => {
    const calls = [exchange.symbols, tickers, ...(tickers.also ?? []), trades.backfill('X'), ...official]
    const urls = [
      ...exchange.pages,
      ...[...exchange.hosts, ...calls.map(({ url }) => url), trades.stream.url],
      ...(stream ? [stream.url] : []),
      ...(trades.stream.ticket ? [trades.stream.ticket.url] : []),
    ]
    expect(venue.hosts).toEqual(expect.arrayContaining(urls.map(hostOf)))
    expect(desk.shelf.venue).toBe(id)
    expect(desk.shelf.goods.length).toBeGreaterThan(5)
  })

  test('lists its pairs', () => {
    const listings = rowsOf(ask(exchange, desk, exchange.symbols), 'symbol')
    const named = ({ symbol, base, quote }: Pick<Good, 'symbol' | 'base' | 'quote'>) =>
      `${symbol} = ${base}/${quote}`
    expect(listings.map(named).toSorted()).toEqual(desk.shelf.goods.map(named).toSorted())
    expect(new Set(listings.map(({ state }) => state))).toEqual(new Set(['trading']))
  })

  test('tells every ticker', () => {
    const { of } = tickers
    const calls = of
      ? busiest(desk, 8).map(({ symbol }) => of(symbol))
      : [tickers as RestCall, ...(tickers.also ?? [])]
    const ticks = calls.flatMap((call) => rowsOf(ask(exchange, desk, call), 'tick'))
    expect(ticks.length).toBe(of ? calls.length : desk.shelf.goods.length)
    for (const tick of ticks) expectTick(desk.shelf, tick)
  })

  test('tells the trades of a pair', () => {
    for (const good of busiest(desk, 2)) {
      const reading = ask(exchange, desk, trades.backfill(good.symbol))
      const told = rowsOf(reading, 'trade')
      expect(told.map(({ symbol }) => symbol)).toEqual(told.map(() => good.symbol))
      expectTrades(told, desk.shelf.trades(good, 2_000), true)
    }
  })

  test('streams the trades of followed pairs', async () => {
    const goods = busiest(desk, 3)
    const ear = listen(desk, trades.stream)
    await run(desk, ear, 2)
    const size = trades.perFrame ?? goods.length
    for (const [i, some] of chunks(goods, size).entries()) {
      wall += trades.paceMs ?? 1_000
      ear.say(
        trades.subscribe(
          some.map(({ symbol }) => symbol),
          i + 1,
        ),
      )
    }
    await ear.settled()
    const heard = heardBy(exchange, ear.messages, 'ws.trades')
    const called = new Map(goods.map(({ symbol }) => [trades.streamName?.(symbol) ?? symbol, symbol]))
    const deals = (await run(desk, ear, 15)).filter(({ good }) => goods.includes(good))
    const news = heardBy(exchange, ear.messages, 'ws.trades')
      .slice(heard.length)
      .map((trade) => ({ ...trade, symbol: called.get(trade.symbol ?? '') ?? trade.symbol }))
    // What a venue shows of the past on subscription is older than what happened since.
    const since = Math.min(...deals.map(({ at }) => at))
    expectTrades(
      news.filter(({ at }) => at >= Math.floor(since / 1_000) * 1_000),
      deals,
    )
    expect(ear.closed).toEqual([])
  })

  test('streams tickers where the exchange is heard so', async () => {
    if (!stream) return
    const ear = listen(desk, stream)
    await run(desk, ear, 2)
    for (const good of busiest(desk, 3)) {
      wall += 1_000
      if (stream.each) ear.say(stream.each(good.symbol))
    }
    await run(desk, ear, 10)
    const ticks = ear.messages
      .filter((message) => exchange.kindOf(message) === 'ws.ticker')
      .flatMap((message) => {
        const reading = read(exchange, 'ws.ticker', message, market.now)
        expect(reading.dropped).toBe(0)
        return rowsOf(reading, 'tick')
      })
    const [first] = busiest(desk, 1)
    const last = ticks.findLast(({ symbol }) => symbol === first?.symbol)
    expect(last, 'the busiest pair in the stream').toBeDefined()
    if (last && first) expect(last.last).toBeCloseTo(first.price(first.tape.last), 8)
  })

  test('gives candles where the exchange is asked for them', () => {
    const [good] = busiest(desk, 1)
    const call = good && trades.history(good.symbol)
    if (!call) return
    const candles = rowsOf(ask(exchange, desk, call), 'candle')
    expect(candles.length).toBeGreaterThan(50)
    const kept = new Map(desk.shelf.candles(good, 1, 2_000).map((bar) => [bar.minute * 60_000, bar.close]))
    // The newest is not at its end.
    for (const { at, close } of candles.slice(0, -1)) expect(close).toBeCloseTo(kept.get(at) ?? NaN, 8)
  })

  test('speaks for itself', () => {
    const rows = official.flatMap((call) => ask(exchange, desk, call).rows)
    const asset = rows.find((row) => row.type === 'asset' && row.asset === STUCK)
    if (official.some(({ kind }) => kind === 'rest.currencies'))
      expect(asset).toMatchObject({ deposit: false, withdrawal: false })
    if (official.some(({ kind }) => kind === 'rest.announcements'))
      expect(rows.filter((row) => row.type === 'notice').some(({ title }) => title !== undefined)).toBe(true)
  })

  test('refuses in its own words, and nothing sound is read from it', () => {
    const limited = desk.refusal(429, 7)
    expect(limited.status).toBeGreaterThanOrEqual(400)
    const { status, body } = desk.refusal(200, 0)
    const reading = read(exchange, tickers.kind, JSON.parse(body), market.now)
    expect(reading.rows.filter(({ type }) => type !== 'error')).toEqual([])
    expect(status >= 400 || reading.rows.length > 0 || reading.dropped > 0).toBe(true)
  })

  test('shows the trading page of its pairs under the addresses of the exchange', () => {
    const list = desk.page(callOf(`https://${hostOf(exchange.pages[0] ?? '')}/local/pairs?locale=ja`))
    const rows = JSON.parse(list?.body ?? '[]') as [string, string, number, number, number, string][]
    expect(rows.length).toBe(desk.shelf.goods.length)
    for (const [base, quote, , , , href] of rows) {
      expect(exchange.pairOf(href)).toEqual({ base, quote })
      const page = desk.page(callOf(href))
      expect(page?.headers['content-security-policy']).toContain("default-src 'none'")
      expect(page?.body).toContain(exchange.name)
    }
    const [[base, quote, , , , href] = []] = rows
    const view = desk.page(
      callOf(`${new URL(href ?? '').origin}/local/view?href=${encodeURIComponent(href ?? '')}`),
    )
    expect(JSON.parse(view?.body ?? 'null')).toMatchObject({ base, quote })
  })
})

function heardBy(exchange: Exchange, messages: readonly unknown[], kind: ReadKind) {
  return messages
    .filter((message) => exchange.kindOf(message) === kind)
    .flatMap((message) => {
      const reading = read(exchange, kind, message, market.now)
      expect(reading.dropped, `dropped from ${JSON.stringify(message)?.slice(0, 300)}`).toBe(0)
      return rowsOf(reading, 'trade')
    })
}
