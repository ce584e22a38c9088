import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RunningVenue } from '../../../src/background/venues/run-venue.ts'
import { simulatedSocket } from '../simulated/socket.ts'
import { endWatch, watchVenue } from '../simulated/watch-venue.ts'

// Which of Upbit's limits counts is told by the answers alone.

const begin = 1_790_000_000_000
let remaining: string | null = null
let sentAt: number[] = []
let running: RunningVenue

const row = { market: 'KRW-A', trade_price: 1, acc_trade_price_24h: 1, trade_timestamp: begin }

async function pass(seconds: number): Promise<readonly number[]> {
  sentAt = []
  for (let i = 0; i < seconds; i++) {
    await vi.advanceTimersByTimeAsync(1000)
    await new Promise((done) => setImmediate(done))
  }
  return sentAt
}
const gaps = (times: readonly number[]) => times.slice(1).map((at, i) => at - times[i]!)

beforeEach(() => {
  vi.useFakeTimers({
    now: begin,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  })
  vi.stubGlobal('WebSocket', simulatedSocket({ connect: () => null }))
  vi.stubGlobal('fetch', (url: string) => {
    sentAt.push(Date.now())
    const headers = remaining === null ? {} : { 'remaining-req': remaining }
    const payload = url.includes('ticker') ? [row] : [{ market: 'KRW-A' }]
    return Promise.resolve(Response.json(payload, { headers }))
  })
  running = watchVenue('upbit')
})
afterEach(() => endWatch(running))

describe('Upbit', () => {
  test.each([null, 'group=ticker; min=573; sec=9'])(
    'is polled every 5 s where its answers say %s',
    async (said) => {
      remaining = said
      await pass(20)
      expect(gaps(await pass(30))).toEqual(Array(5).fill(5000))
      expect(running.venue.state(Date.now())).toMatchObject({ kind: 'polling', everyMs: 5000 })
    },
  )

  test('gets one request in 10 s from the first answer that counts by origin, and the usual ones afterwards', async () => {
    remaining = 'group=origin; min=6; sec=0'
    const first = await pass(60)
    // The list and the tickers; that the smaller limit counts is known from the first answer.
    expect(Math.min(...gaps(first))).toBeGreaterThanOrEqual(10_000)
    expect(gaps(await pass(60))).toEqual([20_000, 20_000])
    expect(running.venue.state(Date.now())).toMatchObject({ kind: 'polling', everyMs: 20_000 })
    remaining = 'group=ticker; min=573; sec=9'
    await pass(30)
    expect(gaps(await pass(20))).toEqual([5000, 5000, 5000])
  })
})
