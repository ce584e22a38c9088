import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candlePlans } from '../../../src/exchanges/candles/candle-plan.ts'
import { exchangeOf, exchanges } from '../../../src/exchanges/registry.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const now = Date.UTC(2026, 8, 20, 12, 34, 56)

/** The plan for an hour and a half that began so long ago. */
function planOf(id: string, ago: number, lengthMs = 90 * minute, symbol = 'SYS_BTC') {
  const feed = exchangeOf(id)?.candles
  if (!feed) throw new Error(`${id} has no candles`)
  const from = now - ago
  return candlePlans(feed, symbol, { from, until: from + lengthMs }, now)[0]
}

describe('the finest candles that are still there', () => {
  test.each([
    ['gate', 3 * hour, 1],
    ['gate', 6 * day, 1],
    ['gate', 7 * day, 5],
    ['gate', 30 * day, 5],
    ['gate', 40 * day, 15],
    ['kraken', 3 * hour, 1],
    ['kraken', 20 * hour, 5],
    ['kraken', 30 * day, 240],
    ['htx', 20 * hour, 1],
    ['htx', 30 * day, 30],
    ['binance', 90 * day, 1],
    ['bitbank', 30 * day, 1],
  ])('of %s %i ms ago are those of %i min', (id, ago, minutes) => {
    expect(planOf(id, ago)?.intervalMs).toBe(minutes * minute)
  })

  test('are longer where the span is long, and none where the venue has none so old', () => {
    expect(planOf('binance', 30 * day, 3 * day)?.intervalMs).toBe(5 * minute)
    expect(planOf('okx', 30 * day, day)?.intervalMs).toBe(5 * minute)
    expect(planOf('kraken', 200 * day)).toBeUndefined()
  })
})

describe('days of a calendar', () => {
  test('bitbank’s begin at midnight UTC', () => {
    const feed = exchangeOf('bitbank')?.candles
    const span = { from: Date.UTC(2026, 8, 18, 23, 30), until: Date.UTC(2026, 8, 19, 0, 0) }
    const urls = (until: number) =>
      feed?.calls('btc_jpy', minute, { ...span, until }, now)?.map(({ url }) => url)
    const first = 'https://public.bitbank.cc/btc_jpy/candlestick/1min/20260918'
    expect(urls(span.until)).toEqual([first])
    expect(urls(span.until + 1)).toEqual([first, first.replace('0918', '0919')])
    const long = feed?.calls('btc_jpy', 4 * hour, span, now)
    expect(long?.map(({ url }) => url)).toEqual(['https://public.bitbank.cc/btc_jpy/candlestick/4hour/2026'])
  })

  test('GMO Coin’s begin at 6:00 in Japan', () => {
    const feed = exchangeOf('gmocoin')?.candles
    const six = Date.UTC(2026, 8, 18, 21)
    const dates = feed
      ?.calls('BTC', minute, { from: six - minute, until: six + minute }, now)
      ?.map(({ url }) => url.slice(-8))
    expect(dates).toEqual(['20260918', '20260919'])
  })
})

describe('spans in the words of the venue', () => {
  test.each([
    ['okx', 3 * hour, /market\/candles\?/],
    ['okx', 30 * day, /history-candles\?.*&before=\d{13}&after=\d{13}/],
    ['bitget', 30 * day, /history-candles\?.*endTime/],
    ['bithumb', 3 * hour, /to=2026-09-20T20:05:00/],
    ['upbit', 3 * hour, /to=2026-09-20T1[01]:\d\d:00Z/],
    ['coinbase', 3 * hour, /start=2026-09-20T09:34:00.000Z&end=2026-09-20T11:0/],
    ['gate', 3 * hour, /from=\d{10}&to=\d{10}$/],
    ['htx', 3 * hour, /size=18\d$/],
  ])('%s, %i ms ago', (id, ago, url) => {
    expect(planOf(id, ago)?.calls[0]?.url).toMatch(url)
  })

  test('a symbol cannot leave its place in the URL', () => {
    for (const { candles } of exchanges)
      for (const { url } of candles?.calls('a/../b?c&d', minute, { from: now - hour, until: now }, now) ?? [])
        expect(url).toContain('a%2F..%2Fb%3Fc%26d')
  })
})

test('any plan is a handful of calls, a thousand candles, and covers its span', () => {
  const feeds = exchanges.flatMap(({ id, candles }) => (candles ? [[id, candles] as const] : []))
  fc.assert(
    fc.property(
      fc.constantFrom(...feeds),
      fc.integer({ min: 0, max: 90 * day }),
      fc.integer({ min: 1, max: 10 * day }),
      ([, feed], ago, length) => {
        const span = { from: now - ago, until: now - ago + length }
        for (const { intervalMs, calls } of candlePlans(feed, 'X', span, now)) {
          expect(calls.length).toBeGreaterThan(0)
          expect(calls.length).toBeLessThanOrEqual(4)
          expect(length / intervalMs).toBeLessThanOrEqual(1000)
          expect(new Set(calls.map(({ url }) => url)).size).toBe(calls.length)
        }
      },
    ),
  )
})
