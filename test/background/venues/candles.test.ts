import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRateLimit } from '../../../src/background/requests/rate-limit.ts'
import { createRequestQueue } from '../../../src/background/requests/request-queue.ts'
import { createCandles, aggregateCandles } from '../../../src/background/venues/candles.ts'
import { tapeSummaryOf } from '../../../src/background/venues/tape-summary.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { takeTrades } from '../../../src/detect/take-trades.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { bitflyer } from '../../../src/exchanges/bitflyer.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import type { Candle } from '../../../src/market/row.ts'

const begin = 1_700_000_040_000
const minute = 60_000
const pair = { venue: 'binance', base: 'SYS', quote: 'BTC' }

/** The URLs that were requested, and the answer to all of them. */
const requested: string[] = []
let reply: () => Response = () => Response.json([])

/** A venue whose engine took some minutes of one pair: at 100 in the first, one more in each. */
function venueOf(exchange = binance, symbol = 'SYSBTC', minutes = 5) {
  const engine = createEngine(exchange.id)
  const { base, quote } = pair
  listPairs(engine.data, [{ type: 'symbol', symbol, base, quote, state: 'trading' }])
  for (let second = 0; second < minutes * 60; second++) {
    const at = begin + second * 1000
    const last = 100 + Math.floor(second / 60)
    takeTicks(engine, [{ type: 'tick', symbol, base: null, quote: null, at, last }], at)
  }
  const requests = createRequestQueue({
    rateLimit: createRateLimit(exchange.budget),
    signal: new AbortController().signal,
    slot: { startedAt: begin, fraction: 0 },
    storedRefusal: null,
    errorIn: () => null,
    onRefusalChanged: () => undefined,
  })
  return { exchange, engine, requests }
}
const kline = (at: number, price: number) => [
  ...[at, `${price}`, `${price + 2}`, `${price - 1}`, `${price + 1}`, '10', at + minute - 1, '1000', 7],
  ...['5', '500', '0'],
]

beforeEach(() => {
  requested.length = 0
  vi.stubGlobal('fetch', (url: string) => (requested.push(url), Promise.resolve(reply())))
})
afterEach(() => void vi.unstubAllGlobals())

describe('candles', () => {
  const klines = () => Response.json([0, 1, 2, 3, 4].map((i) => kline(begin + i * minute, 100 + i)))

  test('are the venue’s own, aggregated to the requested interval', async () => {
    reply = klines
    const candles = createCandles(() => [venueOf()])
    const aggregated = await candles.get(pair, 5 * minute, begin)
    expect(requested).toEqual([expect.stringMatching(/klines.*SYSBTC/)])
    expect(aggregated.every(({ at }) => at % (5 * minute) === 0)).toBe(true)
    expect(aggregated[0]?.open).toBe(100)
    expect(aggregated.at(-1)?.close).toBe(105)
    expect(aggregated.reduce((sum, { baseVolume }) => sum + baseVolume, 0)).toBe(50)
    expect(aggregated.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(35)
  })

  test('cost the venue one request, however many pages query them', async () => {
    reply = klines
    const candles = createCandles(() => [venueOf()])
    await Promise.all([minute, 3 * minute, minute].map((ms) => candles.get(pair, ms, begin)))
    await candles.get(pair, minute, begin + 10_000)
    expect(requested).toHaveLength(1)
    await candles.get(pair, minute, begin + 30_000)
    expect(requested).toHaveLength(2)
  })

  test.each([
    ['refuses', () => new Response('', { status: 429 })],
    ['answers nonsense', () => Response.json({ a: 1 })],
    ['has none', () => Response.json([])],
  ])('of a venue that %s are the engine’s', async (_, answer) => {
    reply = answer
    const candles = await createCandles(() => [venueOf()]).get(pair, minute, begin)
    expect(candles.map(({ close }) => Math.round(close))).toEqual([100, 101, 102, 103, 104])
    candles.forEach(({ open, high, low, close }) => {
      expect(high).toBeGreaterThanOrEqual(Math.max(open, close))
      expect(low).toBeLessThanOrEqual(Math.min(open, close))
    })
  })

  test('of a venue without candles are the engine’s, and cost no request', async () => {
    const candles = createCandles(() => [venueOf(bitflyer, 'SYS_BTC')])
    expect((await candles.get({ ...pair, venue: 'bitflyer' }, minute, begin)).length).toBeGreaterThan(2)
    expect(requested).toEqual([])
  })

  test.each([
    ['venue', { ...pair, venue: 'okx' }],
    ['pair', { ...pair, base: 'VIA' }],
  ])('of an unknown %s are none', async (_, unknown) => {
    expect(await createCandles(() => [venueOf()]).get(unknown, minute, begin)).toEqual([])
    expect(requested).toEqual([])
  })

  test('an aggregated count with a missing part is left out', () => {
    const candle: Candle = {
      type: 'candle',
      at: 0,
      open: 1,
      high: 1,
      low: 1,
      close: 1,
      baseVolume: 1,
      quoteVolume: 1,
    }
    expect(
      aggregateCandles(
        [
          { ...candle, count: 3 },
          { ...candle, at: 1 },
        ],
        10,
      )[0],
    ).not.toHaveProperty('count')
  })
})

describe('the tape summary', () => {
  const trades = (side: 'buy' | 'sell', at: number, prices: readonly number[]) =>
    prices.map((price) => ({ type: 'trade', symbol: 'SYSBTC', price, amount: 2, side, at }) as const)

  test('counts taker trades in the time that the tape covers', () => {
    const venue = venueOf()
    const at = venue.engine.data.at - 10_000
    takeTrades(venue.engine, 'SYSBTC', trades('buy', at, [104, 104, 105]), at)
    takeTrades(venue.engine, 'SYSBTC', trades('sell', at + 1000, [104]), at + 1000)
    expect(tapeSummaryOf(pair, [venue])).toEqual({
      windowMs: 11_000,
      trades: 4,
      takerBuys: 1,
      rushOrders: 1,
      buyShare: 626 / 834,
      turnover: 834,
    })
  })

  test('is null where no trades are followed, not zero', () => {
    expect(tapeSummaryOf(pair, [venueOf()])).toBeNull()
    expect(tapeSummaryOf({ ...pair, venue: 'okx' }, [venueOf()])).toBeNull()
    expect(tapeSummaryOf({ ...pair, base: 'VIA' }, [venueOf()])).toBeNull()
  })
})
