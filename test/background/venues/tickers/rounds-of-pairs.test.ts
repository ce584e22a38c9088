import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRateLimit } from '../../../../src/background/requests/rate-limit.ts'
import { createRequestQueue } from '../../../../src/background/requests/request-queue.ts'
import { tickersPoll } from '../../../../src/background/venues/tickers/tickers-poll.ts'
import { coincheck } from '../../../../src/exchanges/coincheck.ts'
import type { Tick } from '../../../../src/market/tick.ts'

const begin = 1_700_000_000_000
let symbols = ['btc_jpy', 'xlm_jpy', 'eth_jpy']
/** Seconds since the beginning at which a request was sent, or an answer was heard. */
let sent: number[] = []
let heard: number[] = []
let rounds: (readonly Tick[])[] = []
let dropped = 0
let body: object = {}
const second = () => Math.round((Date.now() - begin) / 1000)

/** Polls for some seconds, with a tick each; the venue answers at once. */
async function poll(seconds: number): Promise<void> {
  const queue = createRequestQueue({
    rateLimit: createRateLimit({ weight: 1e9, perMs: 1 }),
    signal: new AbortController().signal,
    slot: { startedAt: begin, fraction: 0 },
    storedRefusal: null,
    errorIn: () => null,
    onRefusalChanged: () => undefined,
  })
  const tickers = tickersPoll(coincheck, {
    symbols: () => symbols,
    everyMs: () => coincheck.tickers.everyMs,
    onTickers: ({ ticks }) => rounds.push(ticks),
    onHeard: () => heard.push(second()),
    onDropped: (rows) => (dropped += rows),
    onContracts: () => undefined,
    onRead: () => undefined,
  })
  for (let passed = 0; passed < seconds; passed++) {
    queue.tick(tickers, Date.now())
    for (let turn = 0; turn < 3; turn++) await new Promise((done) => setImmediate(done))
    vi.setSystemTime(Date.now() + 1000)
  }
}

beforeEach(() => {
  symbols = ['btc_jpy', 'xlm_jpy', 'eth_jpy']
  sent = []
  heard = []
  rounds = []
  dropped = 0
  body = { last: 30, bid: 29, ask: 31, high: 32, low: 28, volume: 5, timestamp: begin / 1000 }
  vi.useFakeTimers({ now: begin, toFake: ['Date'] })
  vi.stubGlobal('fetch', () => {
    sent.push(second())
    return Promise.resolve(Response.json(body))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a poll of one request a pair', () => {
  test('never rests so long that a silent venue would not be noticed', async () => {
    await poll(120)
    const rests = sent.slice(1).map((at, i) => at - sent[i]!)
    expect(sent.length).toBeGreaterThan(2 * symbols.length)
    expect(Math.max(...rests)).toBeLessThanOrEqual(11)
  })

  test('tells of each answer when it comes, and gives the tickers of a round together', async () => {
    await poll(symbols.length)
    expect(heard).toEqual(sent)
    expect(rounds.map((ticks) => ticks.map(({ symbol }) => symbol))).toEqual([symbols])
  })

  test('tells of no answer that it does not understand, and counts it once', async () => {
    body = { price: 30 }
    await poll(symbols.length)
    expect(sent).toHaveLength(symbols.length)
    expect([heard, rounds, dropped]).toEqual([[], [], symbols.length])
  })

  test('hears pairs that are quiet while their own time goes on, and not those that are repeated', async () => {
    symbols = ['btc_jpy', 'xlm_jpy', 'eth_jpy', 'xrp_jpy', 'fil_jpy']
    await poll(60)
    expect([heard.length, sent.length > 2 * symbols.length]).toEqual([symbols.length, true])
    heard = []
    sent = []
    Object.defineProperty(body, 'timestamp', {
      enumerable: true,
      get: () => Math.floor(Date.now() / 1000),
    })
    await poll(60)
    expect(heard).toEqual(sent)
  })
})
