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

  const ticketFor = (endpoint: string) => ({
    code: '200000',
    data: { token: 'abc', instanceServers: [{ endpoint }] },
  })

  test('is requested by POST where the venue issues tickets', async () => {
    const reply = ticketFor('wss://ws-api-spot.kucoin.com/endpoint')
    const sent = vi.fn(() => Promise.resolve(Response.json(reply)))
    vi.stubGlobal('fetch', sent)
    expect(await createStreamUrl(stream, open(kucoin.budget)).resolve()).toBe(
      'wss://ws-api-spot.kucoin.com/endpoint?token=abc',
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

  test.each([
    'wss://push.example/endpoint',
    'ws://ws-api-spot.kucoin.com/',
    'https://ws-api-spot.kucoin.com/',
    'wss://user:password@ws-api-spot.kucoin.com/',
    'wss://ws-api-spot.kucoin.com:8443/',
    'wss://ws-api-spot.kucoin.com@push.example/',
    `wss://ws-api-spot.kucoin.com/${'x'.repeat(2000)}`,
    'ws-api-spot.kucoin.com',
  ])('is rejected where the ticket is for %s', async (endpoint) => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(ticketFor(endpoint))))
    await expect(createStreamUrl(stream, open(kucoin.budget)).resolve()).rejects.toThrow(/ticket/)
  })

  const settle = () => new Promise((done) => setImmediate(done))

  test('waits for the rate limit where the venue counts connections', async () => {
    const budget = { weight: 1, perMs: 10_000, useInFull: true, untilResponse: true } as const
    const requests = open(budget)
    const streamUrl = createStreamUrl({ url: 'wss://x/', handshake: { weight: 1 } }, requests)
    const arrived = requests.tryAcquire(1, begin)!
    let got: string | null = null
    void streamUrl.resolve().then((url) => (got = url))
    const { perMs } = budget
    // The request before took 300 ms.
    arrived(begin + 300)
    streamUrl.tick(begin + 300 + perMs - 1)
    await settle()
    expect(got).toBeNull()
    streamUrl.tick(begin + 300 + perMs)
    await settle()
    expect(got).toBe('wss://x/')
    // The connection counts: nothing else is sent within ten seconds of its opening.
    const opened = begin + perMs + 900
    streamUrl.markOpened(opened)
    expect(requests.tryAcquire(1, opened + perMs - 1)).toBeNull()
    expect(requests.tryAcquire(1, opened + perMs)).not.toBeNull()
  })

  test('waits for the gap that the venue requires between connections, counted from the opening', async () => {
    const streamUrl = createStreamUrl(upbit.trades.stream, open(upbit.budget))
    const { minGapMs } = upbit.trades.stream.handshake!
    let resolved = 0
    const resolve = () => void streamUrl.resolve().then(() => resolved++)
    resolve()
    streamUrl.tick(begin)
    await settle()
    expect(resolved).toBe(1)
    streamUrl.markOpened(begin + 400)
    resolve()
    streamUrl.tick(begin + 400 + minGapMs! - 1)
    await settle()
    expect(resolved).toBe(1)
    streamUrl.tick(begin + 400 + minGapMs!)
    await settle()
    expect(resolved).toBe(2)
  })

  test('is not kept waiting by a clock that is set back', async () => {
    const streamUrl = createStreamUrl(upbit.trades.stream, open(upbit.budget))
    const { minGapMs } = upbit.trades.stream.handshake!
    streamUrl.markOpened(begin)
    let resolved = 0
    void streamUrl.resolve().then(() => resolved++)
    streamUrl.tick(begin - 3_600_000)
    streamUrl.tick(begin - 3_600_000 + minGapMs!)
    await settle()
    expect(resolved).toBe(1)
  })
})
