import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBudget } from '../../../src/background/requests/rate-limit.ts'
import { createCalls } from '../../../src/background/requests/request-queue.ts'
import { createCandles, joined } from '../../../src/background/venues/candles.ts'
import { tapeSummary } from '../../../src/background/venues/tape-summary.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { takeTrades } from '../../../src/detect/engine.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { bitflyer } from '../../../src/exchanges/bitflyer.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import type { Candle } from '../../../src/market/row.ts'

const begin = 1_700_000_040_000
const minute = 60_000
const pair = { venue: 'binance', base: 'SYS', quote: 'BTC' }

/** The addresses that were asked, and what each is answered. */
const asked: string[] = []
let reply: () => Response = () => Response.json([])

/** A venue whose engine has heard some minutes of one pair: at 100 in the first, one more in each. */
function venueOf(exchange = binance, symbol = 'SYSBTC', minutes = 5) {
  const engine = createEngine(exchange.id)
  const { base, quote } = pair
  listPairs(engine.data, [{ type: 'symbol', symbol, base, quote, state: 'trading' }])
  for (let second = 0; second < minutes * 60; second++) {
    const at = begin + second * 1000
    const last = 100 + Math.floor(second / 60)
    takeTicks(engine, [{ type: 'tick', symbol, base: null, quote: null, at, last }], at)
  }
  const calls = createCalls({
    budget: createBudget(exchange.budget),
    signal: new AbortController().signal,
    place: { from: begin, share: 0 },
    refused: null,
    refusalIn: () => null,
    onHeld: () => undefined,
  })
  return { exchange, engine, calls }
}
const kline = (at: number, price: number) => [
  ...[at, `${price}`, `${price + 2}`, `${price - 1}`, `${price + 1}`, '10', at + minute - 1, '1000', 7],
  ...['5', '500', '0'],
]

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', (url: string) => (asked.push(url), Promise.resolve(reply())))
})
afterEach(() => void vi.unstubAllGlobals())

describe('candles', () => {
  const klines = () => Response.json([0, 1, 2, 3, 4].map((i) => kline(begin + i * minute, 100 + i)))

  test('are the venue’s own, joined to the length that is wanted', async () => {
    reply = klines
    const candles = createCandles(() => [venueOf()])
    const bars = await candles.of(pair, 5 * minute, begin)
    expect(asked).toEqual([expect.stringMatching(/klines.*SYSBTC/)])
    expect(bars.every(({ at }) => at % (5 * minute) === 0)).toBe(true)
    expect(bars[0]?.open).toBe(100)
    expect(bars.at(-1)?.close).toBe(105)
    expect(bars.reduce((sum, { baseVolume }) => sum + baseVolume, 0)).toBe(50)
    expect(bars.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(35)
  })

  test('cost the venue one request, however many pages ask', async () => {
    reply = klines
    const candles = createCandles(() => [venueOf()])
    await Promise.all([minute, 3 * minute, minute].map((ms) => candles.of(pair, ms, begin)))
    await candles.of(pair, minute, begin + 10_000)
    expect(asked).toHaveLength(1)
    await candles.of(pair, minute, begin + 30_000)
    expect(asked).toHaveLength(2)
  })

  test.each([
    ['refuses', () => new Response('', { status: 429 })],
    ['answers nonsense', () => Response.json({ a: 1 })],
    ['has none', () => Response.json([])],
  ])('of a venue that %s are what the engine has seen', async (_, answer) => {
    reply = answer
    const candles = await createCandles(() => [venueOf()]).of(pair, minute, begin)
    expect(candles.map(({ close }) => Math.round(close))).toEqual([100, 101, 102, 103, 104])
    candles.forEach(({ open, high, low, close }) => {
      expect(high).toBeGreaterThanOrEqual(Math.max(open, close))
      expect(low).toBeLessThanOrEqual(Math.min(open, close))
    })
  })

  test('of a venue without any are the engine’s, and cost no request', async () => {
    const candles = createCandles(() => [venueOf(bitflyer, 'SYS_BTC')])
    expect((await candles.of({ ...pair, venue: 'bitflyer' }, minute, begin)).length).toBeGreaterThan(2)
    expect(asked).toEqual([])
  })

  test.each([
    ['venue', { ...pair, venue: 'okx' }],
    ['pair', { ...pair, base: 'VIA' }],
  ])('of an unknown %s are none', async (_, unknown) => {
    expect(await createCandles(() => [venueOf()]).of(unknown, minute, begin)).toEqual([])
    expect(asked).toEqual([])
  })

  test('a joined count of which a part is missing is none', () => {
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
      joined(
        [
          { ...candle, count: 3 },
          { ...candle, at: 1 },
        ],
        10,
      )[0],
    ).not.toHaveProperty('count')
  })
})

describe('the tape’s summary', () => {
  const trades = (side: 'buy' | 'sell', at: number, prices: readonly number[]) =>
    prices.map((price) => ({ type: 'trade', symbol: 'SYSBTC', price, amount: 2, side, at }) as const)

  test('counts what takers did in the time that was heard', () => {
    const venue = venueOf()
    const at = venue.engine.data.at - 10_000
    takeTrades(venue.engine, 'SYSBTC', trades('buy', at, [104, 104, 105]), at)
    takeTrades(venue.engine, 'SYSBTC', trades('sell', at + 1000, [104]), at + 1000)
    expect(tapeSummary(pair, [venue])).toEqual({
      windowMs: 11_000,
      trades: 4,
      takerBuys: 1,
      rushOrders: 1,
      buyShare: 626 / 834,
      turnover: 834,
    })
  })

  test('is unknown where no trades are followed, not zero', () => {
    expect(tapeSummary(pair, [venueOf()])).toBeNull()
    expect(tapeSummary({ ...pair, venue: 'okx' }, [venueOf()])).toBeNull()
    expect(tapeSummary({ ...pair, base: 'VIA' }, [venueOf()])).toBeNull()
  })
})
