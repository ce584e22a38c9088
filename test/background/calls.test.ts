import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBudget } from '../../src/background/budget.ts'
import { type Call, createCalls } from '../../src/background/calls.ts'

const begin = 1_700_000_000_000
const plenty = { weight: 1e9, perMs: 1 }

/** The wire: each request waits until the test answers it. */
const requests: { url: string; answer: (reply: Response) => Promise<void> }[] = []

function drawCall(changes: Partial<Call> = {}, url = 'https://venue.example/a'): Call & { taken: unknown[] } {
  const taken: unknown[] = []
  return {
    call: { kind: 'rest.tickers', url, weight: 1 },
    everyMs: 10_000,
    onPayload: (payload) => (taken.push(payload), null),
    taken,
    ...changes,
  }
}

const open = (budget = createBudget(plenty)) => createCalls(budget, new AbortController().signal)
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
const refused = (status: number, seconds?: number) =>
  new Response('', {
    status,
    ...(seconds === undefined ? {} : { headers: { 'retry-after': String(seconds) } }),
  })

beforeEach(() => {
  requests.length = 0
  vi.useFakeTimers({ now: begin, toFake: ['Date'] })
  vi.stubGlobal('fetch', (url: string) => {
    return new Promise<Response>((resolve) => {
      requests.push({
        url,
        async answer(reply) {
          resolve(reply)
          // The reply passes through a handful of promises, and its body through the event loop.
          await new Promise((done) => setImmediate(done))
          await new Promise((done) => setImmediate(done))
        },
      })
    })
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a repeated call', () => {
  test('never overlaps itself, and repeats after its time', async () => {
    const calls = open()
    const call = drawCall()
    for (let i = 0; i < 50; i++, pass(1000)) calls.beat(call, Date.now())
    expect(requests).toHaveLength(1)
    await requests[0]!.answer(Response.json(1))
    expect(call.taken).toEqual([1])
    calls.beat(call, Date.now())
    pass(9999)
    calls.beat(call, Date.now())
    expect(requests).toHaveLength(1)
    pass(1)
    calls.beat(call, Date.now())
    expect(requests).toHaveLength(2)
  })

  test('that never comes again comes again when asked', async () => {
    const calls = open()
    const call = drawCall({ everyMs: Infinity })
    calls.beat(call, Date.now())
    await requests[0]!.answer(Response.json(1))
    pass(1e9)
    calls.beat(call, Date.now())
    expect(requests).toHaveLength(1)
    calls.again(call)
    calls.beat(call, Date.now())
    expect(requests).toHaveLength(2)
  })

  test('waits for the budget', () => {
    const calls = open(createBudget({ weight: 8, perMs: 60_000 }))
    calls.beat(
      drawCall({ call: { kind: 'rest.tickers', url: 'https://venue.example/b', weight: 3 } }),
      Date.now(),
    )
    expect(requests).toHaveLength(0)
    calls.beat(drawCall(), Date.now())
    expect(requests).toHaveLength(1)
  })

  test('backs off: doubling, jittered over the upper half, bounded', async () => {
    for (const luck of [0, 0.999]) {
      vi.spyOn(Math, 'random').mockReturnValue(luck)
      requests.length = 0
      const calls = open()
      const call = drawCall()
      for (let failures = 1; failures <= 10; failures++) {
        calls.beat(call, Date.now())
        expect(requests).toHaveLength(failures)
        await requests.at(-1)!.answer(refused(500))
        const wait = calls.refusal(Date.now())!.retryAt - Date.now()
        const full = Math.min(120_000, 2000 * 2 ** (failures - 1))
        expect(wait).toBeGreaterThanOrEqual(full / 2)
        expect(wait).toBeLessThanOrEqual(full)
        expect(wait / full).toBeCloseTo(0.5 + luck / 2, 9)
        calls.beat(call, Date.now() + wait - 1)
        expect(requests).toHaveLength(failures)
        pass(wait)
      }
    }
  })

  test('begins to back off anew after a success', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const calls = open()
    const call = drawCall()
    for (const reply of [refused(500), refused(500), Response.json(1), refused(500)]) {
      calls.beat(call, Date.now())
      await requests.at(-1)!.answer(reply)
      pass(20_000)
    }
    expect(calls.refusal(Date.now() - 20_000)!.retryAt).toBe(Date.now() - 18_000)
  })

  test('takes HTTP 200 with an error body for the failure it is', async () => {
    const calls = open()
    const call = drawCall({ onPayload: () => 'Too much request weight used' })
    calls.beat(call, Date.now())
    await requests[0]!.answer(Response.json({ code: -1003 }))
    expect(calls.refusal(Date.now())).toMatchObject({ kind: 'stale', reason: 'Too much request weight used' })
    calls.beat(call, Date.now() + 999)
    expect(requests).toHaveLength(1)
  })
})

describe('a venue that said later', () => {
  test.each([429, 418, 403, 451])('by HTTP %i is left alone by every call until then', async (status) => {
    const calls = open()
    calls.beat(drawCall(), Date.now())
    await requests[0]!.answer(refused(status, 100))
    const other = drawCall({}, 'https://venue.example/b')
    pass(99_999)
    calls.beat(other, Date.now())
    expect(calls.once(other.call, Date.now(), () => undefined)).toBe(false)
    expect(requests).toHaveLength(1)
    pass(1)
    calls.beat(other, Date.now())
    expect(requests).toHaveLength(2)
  })

  test.each([
    ['succeeds', () => Response.json(1)],
    ['fails', () => refused(500)],
    ['is told to wait less', () => refused(429, 1)],
  ])('is still left alone when a call that was under way %s', async (_, late) => {
    const calls = open()
    calls.beat(drawCall(), Date.now())
    calls.beat(drawCall({}, 'https://venue.example/b'), Date.now())
    await requests[0]!.answer(refused(429, 100))
    await requests[1]!.answer(late())
    pass(50_000)
    calls.beat(drawCall({}, 'https://venue.example/c'), Date.now())
    expect(requests).toHaveLength(2)
    expect(calls.refusal(Date.now())).toMatchObject({ kind: 'rate-limited' })
  })

  test('to a single question meant all', async () => {
    const calls = open()
    expect(calls.once(drawCall().call, Date.now(), () => undefined)).toBe(true)
    await requests[0]!.answer(refused(429, 60))
    calls.beat(drawCall(), Date.now())
    expect(requests).toHaveLength(1)
    expect(calls.refusal(Date.now())).toMatchObject({ kind: 'rate-limited', reason: 'HTTP 429' })
  })
})

describe('a trader who asks to try again', () => {
  test('is obeyed after failures and blocks', async () => {
    for (const status of [500, 403]) {
      requests.length = 0
      const calls = open()
      const call = drawCall()
      calls.beat(call, Date.now())
      await requests[0]!.answer(refused(status))
      calls.forgive()
      expect(calls.refusal(Date.now())).toBeNull()
      calls.beat(call, Date.now())
      expect(requests).toHaveLength(2)
    }
  })

  test('cannot forgive a rate limit', async () => {
    const calls = open()
    const call = drawCall()
    calls.beat(call, Date.now())
    await requests[0]!.answer(refused(429, 100))
    calls.forgive()
    calls.beat(call, Date.now())
    expect(requests).toHaveLength(1)
  })
})

test('nothing is taken once the venue is no longer watched', async () => {
  const stopped = new AbortController()
  const calls = createCalls(createBudget(plenty), stopped.signal)
  const call = drawCall()
  let heard = 0
  calls.beat(call, Date.now())
  calls.once(call.call, Date.now(), () => heard++)
  stopped.abort()
  await requests[0]!.answer(Response.json(1))
  await requests[1]!.answer(Response.json(1))
  expect([call.taken, heard]).toEqual([[], 0])
})
