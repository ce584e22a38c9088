import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ask, retryAfter } from '../../../src/background/requests/rest.ts'
import type { RestCall } from '../../../src/exchanges/feeds/rest-call.ts'

const call: RestCall = { kind: 'rest.tickers', url: 'https://venue.example/tickers', weight: 1 }
const now = Date.UTC(2026, 10, 22, 12)
const alive = () => new AbortController().signal

/** Makes the wire answer with this. */
const answer = (reply: Response | Error) => {
  const sent = vi.fn(() => (reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply)))
  vi.stubGlobal('fetch', sent)
  return sent
}

beforeEach(() => void vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('Retry-After', () => {
  test('is read in seconds and as a date', () => {
    expect(retryAfter('120', now)).toBe(120_000)
    expect(retryAfter(' 7 ', now)).toBe(7000)
    expect(retryAfter('Sun, 22 Nov 2026 12:01:30 GMT', now)).toBe(90_000)
  })

  test('of the past or of nothing is a second', () => {
    expect(retryAfter('0', now)).toBe(1000)
    expect(retryAfter('-5', now)).toBe(1000)
    expect(retryAfter('Sun, 22 Nov 2026 11:00:00 GMT', now)).toBe(1000)
  })

  test.each([null, '', 'soon', 'Infinity'])('%j says nothing', (header) => {
    expect(retryAfter(header, now)).toBeUndefined()
  })
})

describe('ask', () => {
  test('carries nothing of the trader', async () => {
    const sent = answer(Response.json([1]))
    expect(await ask(call, alive())).toEqual({ kind: 'ok', payload: [1], at: now })
    const carried = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', method: 'GET' }
    expect(sent).toHaveBeenCalledWith(call.url, expect.objectContaining(carried))
    expect(sent).toHaveBeenCalledWith(
      call.url,
      expect.not.objectContaining({ headers: expect.anything() as object }),
    )
  })

  test('posts where the venue wants it', async () => {
    const sent = answer(Response.json([1]))
    await ask({ ...call, method: 'POST' }, alive())
    expect(sent).toHaveBeenCalledWith(call.url, expect.objectContaining({ method: 'POST' }))
  })

  test.each([
    ['Sun, 22 Nov 2026 11:59:58 GMT', now - 2000],
    ['yesterday', now],
  ])('tells when the venue answered: Date: %s', async (date, at) => {
    answer(Response.json([1], { headers: { date } }))
    expect(await ask(call, alive())).toMatchObject({ kind: 'ok', at })
  })

  test.each([
    [429, 'rate-limited', 60_000],
    [418, 'rate-limited', 300_000],
    [403, 'blocked', 600_000],
    [451, 'blocked', 600_000],
  ])('HTTP %i is %s for so long', async (status, kind, waitMs) => {
    answer(new Response('', { status }))
    expect(await ask(call, alive())).toEqual({ kind, retryAt: now + waitMs, reason: `HTTP ${status}` })
  })

  test('waits as long as the venue says', async () => {
    answer(new Response('', { status: 429, headers: { 'retry-after': '17' } }))
    expect(await ask(call, alive())).toMatchObject({ kind: 'rate-limited', retryAt: now + 17_000 })
  })

  test.each([
    [new Response('', { status: 503 }), 'HTTP 503'],
    [new Response('<html>'), 'not JSON'],
    [new TypeError('Failed to fetch'), 'Failed to fetch'],
    [new DOMException('', 'TimeoutError'), 'no answer'],
  ])('leaves the waiting to the caller otherwise', async (reply, reason) => {
    answer(reply)
    expect(await ask(call, alive())).toEqual({ kind: 'stale', retryAt: null, reason })
  })
})
