import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAddress } from '../../../src/background/sockets/stream-url.ts'
import { createBudget } from '../../../src/background/requests/rate-limit.ts'
import { createCalls } from '../../../src/background/requests/request-queue.ts'
import { kucoin } from '../../../src/exchanges/kucoin.ts'
import { upbit } from '../../../src/exchanges/upbit.ts'

const begin = 1_700_000_000_000
const open = (published: Parameters<typeof createBudget>[0]) =>
  createCalls({
    budget: createBudget(published),
    signal: new AbortController().signal,
    place: { from: begin, share: 0 },
    refused: null,
    refusalIn: () => null,
    onHeld: () => undefined,
  })

beforeEach(() => void vi.useFakeTimers({ now: begin, toFake: ['Date'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the address of a stream', () => {
  const { stream } = kucoin.trades

  test('is asked for by a POST where the venue issues tickets', async () => {
    const reply = {
      code: '200000',
      data: { token: 'abc', instanceServers: [{ endpoint: 'wss://push.example/endpoint' }] },
    }
    const sent = vi.fn(() => Promise.resolve(Response.json(reply)))
    vi.stubGlobal('fetch', sent)
    expect(await createAddress(stream, open(kucoin.budget)).ask()).toBe(
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
  ])('is none while the ticket is %s', async (_, reply) => {
    vi.stubGlobal('fetch', () => Promise.resolve(reply()))
    await expect(createAddress(stream, open(kucoin.budget)).ask()).rejects.toThrow(/ticket/)
  })

  test('waits for its turn where the venue counts it among the requests', async () => {
    const calls = open(upbit.budget)
    const address = createAddress(upbit.trades.stream, calls)
    const arrived = calls.spend(1, begin)!
    let got: string | null = null
    void address.ask().then((url) => (got = url))
    const settle = () => new Promise((done) => setImmediate(done))
    const { perMs } = upbit.budget
    // What was asked before took 300 ms.
    arrived(begin + 300)
    address.beat(begin + 300 + perMs - 1)
    await settle()
    expect(got).toBeNull()
    address.beat(begin + 300 + perMs)
    await settle()
    expect(got).toBe(upbit.trades.stream.url)
    // Paid for: nothing else is asked within ten seconds of its opening.
    const opened = begin + perMs + 900
    address.opened(opened)
    expect(calls.spend(1, opened + perMs - 1)).toBeNull()
    expect(calls.spend(1, opened + perMs)).not.toBeNull()
  })
})
