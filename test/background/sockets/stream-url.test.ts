import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createStreamUrl } from '../../../src/background/sockets/stream-url.ts'
import { createRateLimit } from '../../../src/background/requests/rate-limit.ts'
import { createRequestQueue } from '../../../src/background/requests/request-queue.ts'
import { kucoin } from '../../../src/exchanges/kucoin.ts'
import { upbit } from '../../../src/exchanges/upbit.ts'

const begin = 1_700_000_000_000
const open = (published: Parameters<typeof createRateLimit>[0]) =>
  createRequestQueue({
    rateLimit: createRateLimit(published),
    signal: new AbortController().signal,
    slot: { startedAt: begin, fraction: 0 },
    storedRefusal: null,
    errorIn: () => null,
    onRefusalChanged: () => undefined,
  })

beforeEach(() => void vi.useFakeTimers({ now: begin, toFake: ['Date'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the URL of a stream', () => {
  const { stream } = kucoin.trades

  test('is requested by POST where the venue issues tickets', async () => {
    const reply = {
      code: '200000',
      data: { token: 'abc', instanceServers: [{ endpoint: 'wss://push.example/endpoint' }] },
    }
    const sent = vi.fn(() => Promise.resolve(Response.json(reply)))
    vi.stubGlobal('fetch', sent)
    expect(await createStreamUrl(stream, open(kucoin.budget)).resolve()).toBe(
      'wss://push.example/endpoint?token=abc',
    )
    expect(sent).toHaveBeenCalledWith(
      stream.handshake!.ticket!.url,
      expect.objectContaining({ method: 'POST' }),
    )
  })

  test.each([
    ['refused', () => new Response('', { status: 429 })],
    ['not understood', () => Response.json({ code: '200000', data: null })],
  ])('is rejected while the ticket is %s', async (_, reply) => {
    vi.stubGlobal('fetch', () => Promise.resolve(reply()))
    await expect(createStreamUrl(stream, open(kucoin.budget)).resolve()).rejects.toThrow(/ticket/)
  })

  test('waits for the rate limit where the venue counts connections', async () => {
    const requests = open(upbit.budget)
    const streamUrl = createStreamUrl(upbit.trades.stream, requests)
    const arrived = requests.tryAcquire(1, begin)!
    let got: string | null = null
    void streamUrl.resolve().then((url) => (got = url))
    const settle = () => new Promise((done) => setImmediate(done))
    const { perMs } = upbit.budget
    // The request before took 300 ms.
    arrived(begin + 300)
    streamUrl.tick(begin + 300 + perMs - 1)
    await settle()
    expect(got).toBeNull()
    streamUrl.tick(begin + 300 + perMs)
    await settle()
    expect(got).toBe(upbit.trades.stream.url)
    // The connection counts: nothing else is sent within ten seconds of its opening.
    const opened = begin + perMs + 900
    streamUrl.markOpened(opened)
    expect(requests.tryAcquire(1, opened + perMs - 1)).toBeNull()
    expect(requests.tryAcquire(1, opened + perMs)).not.toBeNull()
  })
})
