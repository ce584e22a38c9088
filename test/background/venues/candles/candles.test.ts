import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCandles } from '../../../../src/background/venues/candles/candles.ts'
import { bitflyer } from '../../../../src/exchanges/bitflyer.ts'
import { gate } from '../../../../src/exchanges/gate.ts'
import { gmocoin } from '../../../../src/exchanges/gmocoin.ts'
import { upbit } from '../../../../src/exchanges/upbit.ts'
import { begin, candlePair as pair, candleVenue as venueOf, minute } from './candle-venue.ts'

const day = 1440 * minute
const span = { from: begin, until: begin + 5 * minute }

/** The URLs that were requested, and the answer to each. */
const requested: string[] = []
let reply: (url: string) => Response | Promise<Response> = () => Response.json([])

const kline = (at: number, price: number) => [
  ...[at, `${price}`, `${price + 2}`, `${price - 1}`, `${price + 1}`, '10', at + minute - 1, '1000', 7],
  ...['5', '500', '0'],
]
const klines = () => Response.json([0, 1, 2, 3, 4].map((i) => kline(begin + i * minute, 100 + i)))

beforeEach(() => {
  vi.useFakeTimers({ now: begin })
  requested.length = 0
  reply = klines
  vi.stubGlobal('fetch', (url: string) => (requested.push(url), Promise.resolve(reply(url))))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('candles', () => {
  test('are those of the asked span, oldest first, each once', async () => {
    const rows = [5, 3, 1, 1, 4, 2, 0, -1].map((i) => kline(begin + i * minute, 100 + i))
    reply = () => Response.json(rows)
    const answer = await createCandles(() => [venueOf()]).get(pair, span, begin)
    expect(requested).toEqual([expect.stringMatching(/klines\?symbol=SYSBTC&interval=1m/)])
    expect(requested[0]).toContain(`startTime=${span.from}&endTime=${span.until - 1}`)
    expect(answer).toMatchObject({ kind: 'known', intervalMs: minute })
    expect(answer.kind === 'known' && answer.candles.map(({ open }) => open)).toEqual([
      100, 101, 102, 103, 104,
    ])
  })

  test('cost the venue one request, however many pages query them', async () => {
    const candles = createCandles(() => [venueOf()])
    await Promise.all([1, 2, 3].map(() => candles.get(pair, span, begin)))
    await candles.get(pair, span, begin + 10_000)
    expect(requested).toHaveLength(1)
    await candles.get(pair, span, begin + 30_000)
    expect(requested).toHaveLength(2)
  })

  test('of a span that is over are kept for minutes', async () => {
    const candles = createCandles(() => [venueOf()])
    const past = { from: begin, until: begin + 2 * minute }
    await candles.get(pair, past, begin)
    await candles.get(pair, past, begin + 500_000)
    expect(requested).toHaveLength(1)
  })

  test.each([
    ['refuses', () => new Response('', { status: 429 }), 'failed', 'HTTP 429'],
    ['answers nonsense', () => Response.json([{ a: 1 }]), 'failed', 'not understood'],
    ['does not answer', () => Promise.reject(new Error('offline')), 'failed', 'offline'],
    ['has none', () => Response.json([]), 'none', null],
  ])('of a venue that %s are told to be missing, and why', async (_, answer, why, reason) => {
    reply = answer
    const got = await createCandles(() => [venueOf()]).get(pair, span, begin)
    expect(got).toMatchObject({ kind: 'unavailable', why, reason })
    const seen = got.kind === 'unavailable' ? got.seen : []
    expect(seen.map(({ close }) => Math.round(close))).toEqual([101, 102, 103, 104])
    seen.forEach(({ open, high, low, close }) => {
      expect(high).toBeGreaterThanOrEqual(Math.max(open, close))
      expect(low).toBeLessThanOrEqual(Math.min(open, close))
    })
  })

  test('that failed are not requested for each who asks, and again later', async () => {
    reply = () => new Response('', { status: 500 })
    const candles = createCandles(() => [venueOf()])
    await candles.get(pair, span, begin)
    await candles.get(pair, span, begin + 3000)
    expect(requested).toHaveLength(1)
    reply = klines
    expect(await candles.get(pair, span, begin + 10_000)).toMatchObject({ kind: 'known' })
  })

  test('of a venue without any are told not to be published, and cost no request', async () => {
    const candles = createCandles(() => [venueOf(bitflyer, 'SYS_BTC')])
    const answer = await candles.get({ ...pair, venue: 'bitflyer' }, span, begin)
    expect(answer).toMatchObject({ kind: 'unavailable', why: 'not-published' })
    expect(answer.kind === 'unavailable' && answer.seen.length).toBeGreaterThan(2)
    expect(requested).toEqual([])
  })

  test.each([
    ['venue', { ...pair, venue: 'okx' }, 'not-watched'],
    ['pair', { ...pair, base: 'VIA' }, 'not-listed'],
  ])('of an unknown %s are none', async (_, unknown, why) => {
    const answer = await createCandles(() => [venueOf()]).get(unknown, span, begin)
    expect(answer).toMatchObject({ kind: 'unavailable', why, seen: [] })
    expect(requested).toEqual([])
  })

  test('that are gone at the finest length are asked for at the next', async () => {
    const past = { from: begin - 2 * day, until: begin - 2 * day + 60 * minute }
    reply = (url) => Response.json(url.includes('interval=5m') ? [kline(past.from, 100)] : [])
    const answer = await createCandles(() => [venueOf()]).get(pair, past, begin)
    expect(answer).toMatchObject({ kind: 'known', intervalMs: 5 * minute, candles: [{ at: past.from }] })
  })

  test('of 30 days ago are asked for at a length that the venue still has', async () => {
    const from = begin - 30 * day
    reply = () => Response.json([[`${from / 1000}`, '1', '2', '3', '1', '2', '5', 'true']])
    const venue = venueOf(gate, 'SYS_BTC')
    const past = { from, until: from + 60 * minute }
    const answer = await createCandles(() => [venue]).get({ ...pair, venue: 'gate' }, past, begin)
    expect(requested[0]).toContain('interval=5m')
    expect(answer).toMatchObject({ kind: 'known', intervalMs: 5 * minute })
  })

  test('that take several calls wait for the venue’s limit, and are sent one after the other', async () => {
    const from = begin - day
    const venue = venueOf(gmocoin, 'SYS')
    const at = from + 60 * minute
    const row = { openTime: `${at}`, open: '1', high: '1', low: '1', close: '1', volume: '1' }
    reply = () => Response.json({ status: 0, data: [row] })
    const past = { from, until: begin }
    const answer = createCandles(() => [venue]).get({ ...pair, venue: 'gmocoin' }, past, begin)
    await vi.advanceTimersByTimeAsync(0)
    expect(requested).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(3000)
    expect(requested.map((url) => url.slice(-8))).toEqual(['20231114', '20231115'])
    expect(await answer).toMatchObject({ kind: 'known' })
  })

  test('of a venue that refuses everything are not waited for', async () => {
    const venue = venueOf(upbit, 'BTC-SYS')
    reply = () => new Response('', { status: 429, headers: { 'retry-after': '60' } })
    const candles = createCandles(() => [venue])
    await candles.get({ ...pair, venue: 'upbit' }, span, begin)
    const later = { ...span, until: begin + 6 * minute }
    const answer = await candles.get({ ...pair, venue: 'upbit' }, later, begin)
    expect(answer).toMatchObject({ kind: 'unavailable', why: 'failed', reason: 'HTTP 429' })
    expect(requested).toHaveLength(1)
  })
})
