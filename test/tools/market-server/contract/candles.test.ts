import { beforeAll, describe, expect, test } from 'vitest'
import { candlePlans } from '../../../../src/exchanges/candles/candle-plan.ts'
import { rowsOf } from '../../../../src/exchanges/validate/read.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import { contractMarket, simulatedMarkets } from './contract-market.ts'
import { callOf } from './stream-client.ts'
import { openVenueClient, type VenueClient } from './venue-client.ts'

// The candles of an episode of any age: the adapter's calls, in the wire format and within the limits of the venue.

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** How long ago an episode of an hour began. */
const ages = [
  ['3 h', 3 * hourMs],
  ['20 h', 20 * hourMs],
  ['30 days', 720 * hourMs],
] as const

let market: Market

beforeAll(() => {
  market = contractMarket()
})

test('the venues that publish none are those of which none were found', () => {
  const without = simulatedMarkets.filter(([, , exchange]) => !exchange.candles).map(([id]) => id)
  expect(without.toSorted()).toEqual(['bitflyer', 'bitflyer-perpetual', 'coincheck'])
})

describe.each(simulatedMarkets.filter(([, , exchange]) => exchange.candles))('%s', (_, venue, exchange) => {
  let client: VenueClient

  beforeAll(() => {
    client = openVenueClient(venue, exchange, market)
  })

  test.each(ages)('has the candles of an episode that began %s ago', (_, age) => {
    const [listing] = client.busiestPairs(1)
    const { candles: feed } = exchange
    if (!listing || !feed) throw new Error('no pair')
    const from = market.now - age
    const span = { from: from - 30 * minuteMs, until: from + 2 * hourMs }
    const [plan] = candlePlans(feed, listing.symbol, span, market.now)
    if (!plan) throw new Error('no way to get them')
    const { intervalMs, calls } = plan
    const rows = calls.flatMap((call) => rowsOf(client.get(call), 'candle'))
    const got = new Map(rows.map((row) => [row.at, row]))
    const { venueMarket } = client.venueServer
    const wanted = venueMarket.candlesIn(listing, intervalMs / minuteMs, span.from, span.until)
    expect(wanted.length).toBeGreaterThan((span.until - span.from) / intervalMs - 2)
    for (const bar of wanted.filter(({ count }) => count > 0)) {
      const row = got.get(bar.minute * minuteMs)
      // The one that still runs may come later.
      if (!row && bar.minute * minuteMs + intervalMs > market.now) continue
      expect(row?.open).toBeCloseTo(bar.open, 8)
      expect(row?.high).toBeCloseTo(bar.high, 8)
      expect(row?.low).toBeCloseTo(bar.low, 8)
      expect(row?.close).toBeCloseTo(bar.close, 8)
      expect((row?.baseVolume ?? 0) / bar.base).toBeCloseTo(1, 6)
      if (row?.quoteVolume !== undefined) expect(row.quoteVolume / bar.quote).toBeCloseTo(1, 2)
    }
  })

  test('has every length that the adapter names', () => {
    const [listing] = client.busiestPairs(1)
    for (const intervalMs of exchange.candles?.intervals ?? []) {
      const span = { from: market.now - 3 * intervalMs, until: market.now }
      const calls = exchange.candles?.calls(listing?.symbol ?? '', intervalMs, span, market.now) ?? []
      const times = calls.flatMap((call) => rowsOf(client.get(call), 'candle').map(({ at }) => at))
      expect(times.length, `${intervalMs}`).toBeGreaterThan(1)
      expect(times.map((at) => at % intervalMs)).toEqual(times.map(() => 0))
    }
  })
})

describe('a venue refuses what is beyond its limits', () => {
  const answerOf = (id: string, url: string) => {
    const [, venue, exchange] = simulatedMarkets.find(([each]) => each === id) ?? []
    if (!venue || !exchange) throw new Error(id)
    return openVenueClient(venue, exchange, market).venueServer.answer(callOf(url))
  }
  const gate = 'https://api.gateio.ws/api/v4/spot/candlesticks?currency_pair=BTC_USDT&interval=1m'
  const at = (ago: number) => Math.floor((market.now - ago) / 1000)

  test('Gate: more than 10,000 candles ago, more than 1,000 at once, a limit beside a span', () => {
    const old = answerOf('gate', `${gate}&from=${at(10_001 * minuteMs)}&to=${at(9_900 * minuteMs)}`)
    expect([old.status, old.body]).toEqual([400, expect.stringContaining('too long ago')])
    const broad = answerOf('gate', `${gate}&from=${at(1_002 * minuteMs)}&to=${at(0)}`)
    expect([broad.status, broad.body]).toEqual([400, expect.stringContaining('too broad')])
    expect(answerOf('gate', `${gate}&from=${at(hourMs)}&limit=10`).status).toBe(400)
  })

  test('Kraken: only the newest 720, however old `since` is', () => {
    const url = `https://api.kraken.com/0/public/OHLC?pair=XXBTZUSD&interval=1&since=${at(30 * 24 * hourMs)}`
    const { body } = answerOf('kraken', url)
    const { result } = JSON.parse(body) as { result: Record<string, unknown[]> }
    expect(Object.values(result)[0]?.length).toBeLessThanOrEqual(721)
  })

  test('Coinbase: more than 300 at once', () => {
    const url = `https://api.exchange.coinbase.com/products/BTC-USD/candles?granularity=60`
    const span = `&start=${new Date(market.now - 301 * minuteMs).toISOString()}&end=${new Date(market.now).toISOString()}`
    expect(answerOf('coinbase', url + span).status).toBe(400)
  })
})
