import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fetchJson, replyToErrorBody, retryAfterMs } from '../../../src/background/requests/rest.ts'
import { maxMessageBytes } from '../../../src/background/requests/read-text.ts'
import type { RestCall } from '../../../src/exchanges/feeds/rest-call.ts'

const call: RestCall = { kind: 'rest.tickers', url: 'https://venue.example/tickers', weight: 1 }
const now = Date.UTC(2026, 10, 22, 12)
const alive = () => new AbortController().signal

/** Makes `fetch` answer with this. */
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
    expect(retryAfterMs('120', now)).toBe(120_000)
    expect(retryAfterMs(' 7 ', now)).toBe(7000)
    expect(retryAfterMs('Sun, 22 Nov 2026 12:01:30 GMT', now)).toBe(90_000)
  })

  test('in the past, or zero, is one second', () => {
    expect(retryAfterMs('0', now)).toBe(1000)
    expect(retryAfterMs('-5', now)).toBe(1000)
    expect(retryAfterMs('Sun, 22 Nov 2026 11:00:00 GMT', now)).toBe(1000)
  })

  test('as a number since 1970, in seconds or ms, is a date', () => {
    expect(retryAfterMs(String(now / 1000 + 90), now)).toBe(90_000)
    expect(retryAfterMs(String(now + 90_000), now)).toBe(90_000)
  })

  test.each(['1e8', '1e12', '1e300', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
    '%s is a long ban at most',
    (header) => {
      expect(retryAfterMs(header, 0)).toBe(3 * 86_400_000)
    },
  )

  test.each([null, '', 'soon', 'Infinity'])('%j is ignored', (header) => {
    expect(retryAfterMs(header, now)).toBeUndefined()
  })
})

describe('a request', () => {
  test('sends no credentials, referrer or headers', async () => {
    const sent = answer(Response.json([1]))
    expect(await fetchJson(call, alive())).toEqual({ kind: 'ok', payload: [1], at: now })
    const carried = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', method: 'GET' }
    expect(sent).toHaveBeenCalledWith(call.url, expect.objectContaining(carried))
    expect(sent).toHaveBeenCalledWith(
      call.url,
      expect.not.objectContaining({ headers: expect.anything() as object }),
    )
  })

  test('is a POST where the call says so', async () => {
    const sent = answer(Response.json([1]))
    await fetchJson({ ...call, method: 'POST' }, alive())
    expect(sent).toHaveBeenCalledWith(call.url, expect.objectContaining({ method: 'POST' }))
  })

  test.each([
    ['Sun, 22 Nov 2026 11:59:58 GMT', now - 2000],
    ['yesterday', now],
    ['Fri, 31 Dec 9999 23:59:59 GMT', now],
    ['Thu, 01 Jan 1970 00:00:00 GMT', now],
  ])('takes the time of the answer from Date: %s', async (date, at) => {
    answer(Response.json([1], { headers: { date } }))
    expect(await fetchJson(call, alive())).toMatchObject({ kind: 'ok', at })
  })

  test.each([
    [429, 'rate-limited'],
    [418, 'rate-limited'],
    [403, 'blocked'],
    [451, 'blocked'],
  ])('with HTTP %i is %s, and leaves the wait to the caller', async (status, kind) => {
    answer(new Response('', { status }))
    expect(await fetchJson(call, alive())).toEqual({ kind, retryAt: null, reason: `HTTP ${status}` })
  })

  test('takes the wait from Retry-After', async () => {
    answer(new Response('', { status: 429, headers: { 'retry-after': '17' } }))
    expect(await fetchJson(call, alive())).toMatchObject({ kind: 'rate-limited', retryAt: now + 17_000 })
  })

  test.each([
    [new Response('', { status: 503 }), 'HTTP 503'],
    [new Response('<html>'), 'not JSON'],
    [new TypeError('Failed to fetch'), 'Failed to fetch'],
    [new DOMException('', 'TimeoutError'), 'no answer'],
  ])('leaves the wait to the caller after other failures', async (reply, reason) => {
    answer(reply)
    const isUndecoded = reason === 'not JSON' ? { isUndecoded: true } : {}
    expect(await fetchJson(call, alive())).toEqual({ kind: 'stale', retryAt: null, reason, ...isUndecoded })
  })
})

/** A body that goes on for ever, in chunks of a mebibyte; counts what was taken of it and whether it was cancelled. */
function endlessBody(byte = ' ') {
  const seen = { chunks: 0, isCancelled: false }
  const chunk = new TextEncoder().encode(byte.repeat(2 ** 20))
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      seen.chunks++
      stream.enqueue(chunk)
    },
    cancel: () => void (seen.isCancelled = true),
  })
  return { seen, body }
}

describe('an answer', () => {
  test('is asked of the host itself: redirects are refused', async () => {
    const sent = answer(Response.json([1]))
    await fetchJson(call, alive())
    expect(sent).toHaveBeenCalledWith(call.url, expect.objectContaining({ redirect: 'error' }))
  })

  test.each([
    ['https://other.example/tickers', false],
    ['http://venue.example/tickers', false],
    [call.url, true],
  ])('of %s (redirected: %s) is not believed', async (url, redirected) => {
    const response = Response.json([1])
    Object.defineProperties(response, { url: { value: url }, redirected: { value: redirected } })
    answer(response)
    expect(await fetchJson(call, alive())).toMatchObject({ kind: 'stale', reason: 'another host answered' })
  })

  test('without an end is left where it becomes too large', async () => {
    const { seen, body } = endlessBody()
    answer(new Response(body))
    expect(await fetchJson(call, alive())).toMatchObject({ kind: 'stale', reason: 'too large' })
    expect(seen).toEqual({
      chunks: expect.closeTo(maxMessageBytes / 2 ** 20, -1) as number,
      isCancelled: true,
    })
  })

  test.each([503, 429])('of HTTP %i without an end is hardly read', async (status) => {
    const { seen, body } = endlessBody()
    answer(new Response(body, { status }))
    expect(await fetchJson(call, alive())).toMatchObject({ reason: `HTTP ${status}` })
    expect(seen.chunks).toBeLessThan(4)
    expect(seen.isCancelled).toBe(true)
  })

  test('in UTF-8 is read whole, wherever its chunks are cut', async () => {
    const bytes = new TextEncoder().encode('\uFEFF{"日本":"円€😀"}')
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        for (const byte of bytes) stream.enqueue(Uint8Array.of(byte))
        stream.close()
      },
    })
    answer(new Response(body))
    expect(await fetchJson(call, alive())).toMatchObject({ payload: { 日本: '円€😀' } })
  })

  test('nested a million deep is read', async () => {
    answer(new Response('['.repeat(1e6) + ']'.repeat(1e6)))
    expect(await fetchJson(call, alive())).toMatchObject({ kind: 'ok' })
  })

  test('that tells a long story is quoted in short', async () => {
    answer(Response.json({}))
    const reply = await fetchJson(call, alive(), () => replyToErrorBody('too many '.repeat(1e5)))
    expect(reply).toMatchObject({ kind: 'rate-limited', reason: expect.stringMatching(/^.{200}$/) as string })
  })
})
