import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBudget } from '../../../src/background/requests/rate-limit.ts'
import type { Call } from '../../../src/background/requests/poll.ts'
import { createCalls, type Refusal, type Terms } from '../../../src/background/requests/request-queue.ts'
import type { RestCall } from '../../../src/exchanges/feeds/rest-call.ts'

const begin = 1_700_000_000_000
const plenty = { weight: 1e9, perMs: 1 }

/** The wire: each request waits until the test answers it. */
const requests: { url: string; answer: (reply: Response) => Promise<void> }[] = []

const get = (url: string, weight = 1): RestCall => ({ kind: 'rest.tickers', url, weight })

function drawCall(changes: Partial<Call> = {}, url = 'https://venue.example/a'): Call & { taken: unknown[] } {
  const taken: unknown[] = []
  return {
    round: () => [get(url)],
    everyMs: 10_000,
    onAnswers: (answers) => (taken.push(...answers.map(({ payload }) => payload)), null),
    taken,
    ...changes,
  }
}

const open = (terms: Partial<Terms> = {}) =>
  createCalls({
    budget: createBudget(plenty),
    signal: new AbortController().signal,
    place: { from: begin, share: 0 },
    refused: null,
    refusalIn: () => null,
    onHeld: () => undefined,
    ...terms,
  })
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
  test('never overlaps itself, and keeps its beat in time', async () => {
    const calls = open()
    const call = drawCall()
    for (let i = 0; i < 50; i++, pass(1000)) calls.beat(call, Date.now())
    expect(requests).toHaveLength(1)
    await requests[0]!.answer(Response.json(1))
    expect(call.taken).toEqual([1])
    // Half a period past its beat: the next is not missed, nor brought forward.
    pass(4999)
    calls.beat(call, Date.now())
    expect(requests).toHaveLength(1)
    pass(5001)
    calls.beat(call, Date.now())
    expect(requests).toHaveLength(2)
    await requests[1]!.answer(Response.json(2))
    pass(9999)
    calls.beat(call, Date.now())
    expect(requests).toHaveLength(2)
    pass(1)
    calls.beat(call, Date.now())
    expect(requests).toHaveLength(3)
  })

  test('waits while another asks the same address', async () => {
    const calls = open()
    const [one, other] = [drawCall(), drawCall()]
    calls.beat(one, Date.now())
    calls.beat(other, Date.now())
    expect(requests).toHaveLength(1)
    await requests[0]!.answer(Response.json(1))
    calls.beat(other, Date.now())
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
    const calls = open({ budget: createBudget({ weight: 8, perMs: 60_000 }) })
    calls.beat(drawCall(), Date.now())
    const dear = drawCall({ round: () => [get('https://venue.example/b', 2)] })
    calls.beat(dear, Date.now())
    expect(requests).toHaveLength(1)
    pass(60_000)
    calls.beat(dear, Date.now())
    expect(requests).toHaveLength(2)
  })

  test('keeps its distance from the answer before, where the venue wants requests apart', async () => {
    const calls = open({
      budget: createBudget({ weight: 1, perMs: 10_000, useInFull: true, untilResponse: true }),
    })
    calls.beat(drawCall(), Date.now())
    pass(3000)
    await requests[0]!.answer(Response.json(1))
    pass(9999)
    const next = drawCall({}, 'https://venue.example/b')
    const once = get('https://venue.example/c')
    calls.beat(next, Date.now())
    expect(calls.once(once, Date.now(), () => undefined)).toBe(false)
    expect(requests).toHaveLength(1)
    pass(1)
    expect(calls.once(once, Date.now(), () => undefined)).toBe(true)
    pass(3000)
    await requests[1]!.answer(refused(500))
    pass(9999)
    calls.beat(next, Date.now())
    expect(requests).toHaveLength(2)
    pass(1)
    calls.beat(next, Date.now())
    expect(requests).toHaveLength(3)
  })

  test('is served by what another asks for', async () => {
    const calls = open()
    const url = 'https://venue.example/pairs'
    const [often, seldom] = [drawCall({ serves: url }, url), drawCall({ serves: url, everyMs: 20_000 }, url)]
    const other = drawCall({ everyMs: 20_000 }, url)
    calls.beat(often, Date.now())
    for (const call of [seldom, other]) calls.beat(call, Date.now())
    await requests[0]!.answer(Response.json(1))
    expect([often.taken, seldom.taken, other.taken]).toEqual([[1], [1], []])
    for (let second = 1; second <= 60; second++) {
      pass(1000)
      for (const call of [often, seldom]) calls.beat(call, Date.now())
      await requests.at(-1)!.answer(Response.json(second))
    }
    // Each ten seconds one request, and both hear all of them.
    expect(requests).toHaveLength(7)
    expect(seldom.taken).toEqual(often.taken)
    // What is not understood serves nobody.
    const wary = drawCall({ serves: url, onAnswers: () => 'odd' }, url)
    calls.beat(wary, Date.now())
    await requests.at(-1)!.answer(Response.json(0))
    expect(requests).toHaveLength(8)
  })

  test('backs off: doubling, fully jittered, bounded', async () => {
    for (const luck of [0, 0.4, 0.999]) {
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
        expect(wait).toBeCloseTo(Math.max(1000, full * luck), 6)
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
    const calls = open({ refusalIn: () => 'Invalid symbol.' })
    const call = drawCall()
    calls.beat(call, Date.now())
    await requests[0]!.answer(Response.json({ code: -1121 }))
    expect(call.taken).toEqual([])
    expect(calls.refusal(Date.now())).toMatchObject({ kind: 'stale', reason: 'Invalid symbol.' })
    calls.beat(call, Date.now() + 999)
    expect(requests).toHaveLength(1)
  })

  test.each([
    'Too many visits!',
    'EAPI:Rate limit exceeded',
    'Requests are too many.',
    'access too frequent',
  ])('takes a body that says "%s" for a rate limit', async (words) => {
    const calls = open({ refusalIn: () => words })
    calls.beat(drawCall(), Date.now())
    await requests[0]!.answer(Response.json({}))
    calls.beat(drawCall({}, 'https://venue.example/b'), Date.now() + 59_999)
    expect(requests).toHaveLength(1)
    expect(calls.refusal(Date.now())).toMatchObject({ kind: 'rate-limited', retryAt: begin + 60_000 })
  })

  test('whose taker throws goes on', async () => {
    const calls = open()
    const call = drawCall({
      onAnswers: () => {
        throw new Error('not understood')
      },
    })
    calls.beat(call, Date.now())
    await requests[0]!.answer(Response.json(1))
    expect(calls.refusal(Date.now())).toMatchObject({ kind: 'stale', reason: 'not understood' })
    pass(120_000)
    calls.beat(call, Date.now())
    expect(requests).toHaveLength(2)
  })
})

describe('a round of several requests', () => {
  const urls = ['https://venue.example/1', 'https://venue.example/2', 'https://venue.example/3']
  const round = () => urls.map((url) => get(url))
  /** Asks the request that is next, if there is one, and has it answered. */
  async function step(calls: ReturnType<typeof open>, call: Call, reply: () => Response): Promise<void> {
    const before = requests.length
    calls.beat(call, Date.now())
    if (requests.length > before) await requests.at(-1)!.answer(reply())
  }

  test('asks one after the other, and is taken whole', async () => {
    const calls = open()
    const call = drawCall({ round })
    for (const n of [1, 2, 3]) {
      expect(call.taken).toEqual([])
      calls.beat(call, Date.now())
      calls.beat(call, Date.now())
      expect(requests).toHaveLength(n)
      await requests.at(-1)!.answer(Response.json(n))
    }
    expect(call.taken).toEqual([1, 2, 3])
    expect(requests.map(({ url }) => url)).toEqual(urls)
    calls.beat(call, Date.now())
    expect(requests).toHaveLength(3)
  })

  test('fails where one of them fails, and begins anew', async () => {
    const calls = open()
    const call = drawCall({ round })
    await step(calls, call, () => Response.json(1))
    await step(calls, call, () => refused(500))
    expect(calls.refusal(Date.now())).toMatchObject({ kind: 'stale', reason: 'HTTP 500' })
    pass(2000)
    for (const n of [1, 2, 3]) await step(calls, call, () => Response.json(n))
    expect(call.taken).toEqual([1, 2, 3])
  })

  test('that may be partial does without one answer, but not without many', async () => {
    const calls = open()
    const call = drawCall({ round: () => [...round(), ...round()], partial: true })
    const replies = [1, null, 3, 4, null, null]
    for (const n of replies) await step(calls, call, () => (n === null ? refused(404) : Response.json(n)))
    expect(call.taken).toEqual([1, 3, 4])
    expect(calls.refusal(Date.now())).toBeNull()
    pass(20_000)
    const before = requests.length
    for (let i = 0; i < 6; i++) await step(calls, call, () => refused(500))
    expect(requests.length - before).toBe(4)
    expect(calls.refusal(Date.now())).toMatchObject({ kind: 'stale', reason: 'HTTP 500' })
  })

  test('does not mix answers from before a long wait with later ones', async () => {
    const calls = open()
    const call = drawCall({ round })
    await step(calls, call, () => Response.json('old'))
    calls.beat(drawCall(), Date.now())
    await requests.at(-1)!.answer(refused(429, 100))
    pass(100_000)
    for (const n of [1, 2, 3]) await step(calls, call, () => Response.json(n))
    expect(call.taken).toEqual([1, 2, 3])
  })

  test('of none waits until there is something to ask', () => {
    const calls = open()
    let listed: RestCall[] = []
    const call = drawCall({ round: () => listed })
    calls.beat(call, Date.now())
    expect(requests).toHaveLength(0)
    listed = round()
    calls.beat(call, Date.now())
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
    expect(calls.once(get('https://venue.example/c'), Date.now(), () => undefined)).toBe(false)
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

  test('is left alone by the worker that wakes after it too', async () => {
    const told: (Refusal | null)[] = []
    const calls = open({ onHeld: (refusal) => void told.push(refusal) })
    calls.beat(drawCall(), Date.now())
    await requests[0]!.answer(refused(429, 100))
    expect(told).toMatchObject([{ kind: 'rate-limited', retryAt: begin + 100_000 }])
    const woken = open({ refused: told[0]!, onHeld: (refusal) => void told.push(refusal) })
    pass(99_999)
    woken.beat(drawCall(), Date.now())
    expect(requests).toHaveLength(1)
    pass(1)
    woken.beat(drawCall(), Date.now())
    await requests[1]!.answer(Response.json(1))
    expect(told.at(-1)).toBeNull()
  })

  test('to a single question meant all', async () => {
    const calls = open()
    expect(calls.once(get('https://venue.example/c'), Date.now(), () => undefined)).toBe(true)
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
  const calls = open({ signal: stopped.signal })
  const call = drawCall()
  let heard = 0
  calls.beat(call, Date.now())
  calls.once(get('https://venue.example/c'), Date.now(), () => heard++)
  stopped.abort()
  await requests[0]!.answer(Response.json(1))
  await requests[1]!.answer(Response.json(1))
  expect([call.taken, heard]).toEqual([[], 0])
})
