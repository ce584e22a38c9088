import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRateLimit } from '../../../src/background/requests/rate-limit.ts'
import type { Poll } from '../../../src/background/requests/poll.ts'
import {
  createRequestQueue,
  type RequestQueueOptions,
} from '../../../src/background/requests/request-queue.ts'
import type { Refusal } from '../../../src/background/storage/refusal.ts'
import type { RestCall } from '../../../src/exchanges/feeds/rest-call.ts'

const begin = 1_700_000_000_000
const plenty = { weight: 1e9, perMs: 1 }

/** Requests under way: each waits until the test answers it. */
const requests: { url: string; answer: (reply: Response) => Promise<void> }[] = []

const get = (url: string, weight = 1): RestCall => ({ kind: 'rest.tickers', url, weight })

function drawPoll(changes: Partial<Poll> = {}, url = 'https://venue.example/a'): Poll & { taken: unknown[] } {
  const taken: unknown[] = []
  return {
    calls: () => [get(url)],
    everyMs: 10_000,
    onAnswers: (answers) => (taken.push(...answers.map(({ payload }) => payload)), null),
    taken,
    ...changes,
  }
}

const open = (options: Partial<RequestQueueOptions> = {}) =>
  createRequestQueue({
    rateLimit: createRateLimit(plenty),
    signal: new AbortController().signal,
    slot: { startedAt: begin, fraction: 0 },
    storedRefusal: null,
    errorIn: () => null,
    onRefusalChanged: () => undefined,
    ...options,
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

describe('a poll', () => {
  test('never overlaps itself, and keeps to its time slot', async () => {
    const queue = open()
    const poll = drawPoll()
    for (let i = 0; i < 50; i++, pass(1000)) queue.tick(poll, Date.now())
    expect(requests).toHaveLength(1)
    await requests[0]!.answer(Response.json(1))
    expect(poll.taken).toEqual([1])
    // Half a period past its slot: the next slot is neither skipped nor brought forward.
    pass(4999)
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(1)
    pass(5001)
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(2)
    await requests[1]!.answer(Response.json(2))
    pass(9999)
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(2)
    pass(1)
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(3)
  })

  test('waits while another poll requests the same URL', async () => {
    const queue = open()
    const [one, other] = [drawPoll(), drawPoll()]
    queue.tick(one, Date.now())
    queue.tick(other, Date.now())
    expect(requests).toHaveLength(1)
    await requests[0]!.answer(Response.json(1))
    queue.tick(other, Date.now())
    expect(requests).toHaveLength(2)
  })

  test('with an infinite period runs once more when made due', async () => {
    const queue = open()
    const poll = drawPoll({ everyMs: Infinity })
    queue.tick(poll, Date.now())
    await requests[0]!.answer(Response.json(1))
    pass(1e9)
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(1)
    queue.makeDue(poll)
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(2)
  })

  test('waits for the rate limit', () => {
    const queue = open({ rateLimit: createRateLimit({ weight: 8, perMs: 60_000 }) })
    queue.tick(drawPoll(), Date.now())
    const heavy = drawPoll({ calls: () => [get('https://venue.example/b', 2)] })
    queue.tick(heavy, Date.now())
    expect(requests).toHaveLength(1)
    pass(60_000)
    queue.tick(heavy, Date.now())
    expect(requests).toHaveLength(2)
  })

  test('keeps the minimum gap after the previous answer where the venue requires one', async () => {
    const queue = open({
      rateLimit: createRateLimit({ weight: 1, perMs: 10_000, useInFull: true, untilResponse: true }),
    })
    queue.tick(drawPoll(), Date.now())
    pass(3000)
    await requests[0]!.answer(Response.json(1))
    pass(9999)
    const next = drawPoll({}, 'https://venue.example/b')
    const once = get('https://venue.example/c')
    queue.tick(next, Date.now())
    expect(queue.sendOnce(once, Date.now(), () => undefined)).toBe(false)
    expect(requests).toHaveLength(1)
    pass(1)
    expect(queue.sendOnce(once, Date.now(), () => undefined)).toBe(true)
    pass(3000)
    await requests[1]!.answer(refused(500))
    pass(9999)
    queue.tick(next, Date.now())
    expect(requests).toHaveLength(2)
    pass(1)
    queue.tick(next, Date.now())
    expect(requests).toHaveLength(3)
  })

  test('takes the answers of another poll of a shared URL', async () => {
    const queue = open()
    const url = 'https://venue.example/pairs'
    const [frequent, rare] = [
      drawPoll({ sharedUrl: url }, url),
      drawPoll({ sharedUrl: url, everyMs: 20_000 }, url),
    ]
    const other = drawPoll({ everyMs: 20_000 }, url)
    queue.tick(frequent, Date.now())
    for (const poll of [rare, other]) queue.tick(poll, Date.now())
    await requests[0]!.answer(Response.json(1))
    expect([frequent.taken, rare.taken, other.taken]).toEqual([[1], [1], []])
    for (let second = 1; second <= 60; second++) {
      pass(1000)
      for (const poll of [frequent, rare]) queue.tick(poll, Date.now())
      await requests.at(-1)!.answer(Response.json(second))
    }
    // One request every ten seconds, and both polls take every answer.
    expect(requests).toHaveLength(7)
    expect(rare.taken).toEqual(frequent.taken)
    // A poll that rejects a shared answer sends its own request.
    const rejecting = drawPoll({ sharedUrl: url, onAnswers: () => 'odd' }, url)
    queue.tick(rejecting, Date.now())
    await requests.at(-1)!.answer(Response.json(0))
    expect(requests).toHaveLength(8)
  })

  test('backs off with doubling, full jitter and a maximum', async () => {
    for (const luck of [0, 0.4, 0.999]) {
      vi.spyOn(Math, 'random').mockReturnValue(luck)
      requests.length = 0
      const queue = open()
      const poll = drawPoll()
      for (let failures = 1; failures <= 10; failures++) {
        queue.tick(poll, Date.now())
        expect(requests).toHaveLength(failures)
        await requests.at(-1)!.answer(refused(500))
        const wait = queue.refusal(Date.now())!.retryAt - Date.now()
        const full = Math.min(45_000, 2000 * 2 ** (failures - 1))
        expect(wait).toBeCloseTo(Math.max(1000, full * luck), 6)
        queue.tick(poll, Date.now() + wait - 1)
        expect(requests).toHaveLength(failures)
        pass(wait)
      }
    }
  })

  test('resets its backoff after a success', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const queue = open()
    const poll = drawPoll()
    for (const reply of [refused(500), refused(500), Response.json(1), refused(500)]) {
      queue.tick(poll, Date.now())
      await requests.at(-1)!.answer(reply)
      pass(20_000)
    }
    expect(queue.refusal(Date.now() - 20_000)!.retryAt).toBe(Date.now() - 18_000)
  })

  test('treats HTTP 200 with an error body as a failure', async () => {
    const queue = open({ errorIn: () => 'Invalid symbol.' })
    const poll = drawPoll()
    queue.tick(poll, Date.now())
    await requests[0]!.answer(Response.json({ code: -1121 }))
    expect(poll.taken).toEqual([])
    expect(queue.refusal(Date.now())).toMatchObject({ kind: 'stale', reason: 'Invalid symbol.' })
    queue.tick(poll, Date.now() + 999)
    expect(requests).toHaveLength(1)
  })

  test.each([
    'Too many visits!',
    'EAPI:Rate limit exceeded',
    'Requests are too many.',
    'access too frequent',
  ])('treats an error body that says "%s" as a rate limit', async (message) => {
    const queue = open({ errorIn: () => message })
    queue.tick(drawPoll(), Date.now())
    await requests[0]!.answer(Response.json({}))
    queue.tick(drawPoll({}, 'https://venue.example/b'), Date.now() + 44_999)
    expect(requests).toHaveLength(1)
    expect(queue.refusal(Date.now())).toMatchObject({ kind: 'rate-limited', retryAt: begin + 45_000 })
  })

  test('a POST that is forbidden alone makes no later wait longer', async () => {
    const queue = open()
    const post = { ...get('https://venue.example/ticket'), method: 'POST' } as const
    for (let i = 0; i < 5; i++) {
      queue.sendOnce(post, Date.now(), () => undefined)
      await requests.at(-1)!.answer(refused(403))
    }
    expect(queue.refusal(Date.now())).toBeNull()
    queue.tick(drawPoll(), Date.now())
    await requests.at(-1)!.answer(refused(403))
    // The first refusal, which is waited out within a minute.
    expect(queue.refusal(Date.now())!.retryAt).toBeLessThanOrEqual(Date.now() + 60_000)
  })

  test.each([429, 418, 403, 451])(
    'leaves a venue that refuses with %i alone ever longer, the first times less than a minute',
    async (status) => {
      const queue = open()
      const poll = drawPoll()
      const waits = []
      for (let times = 1; times <= 9; times++) {
        queue.tick(poll, Date.now())
        await requests.at(-1)!.answer(refused(status))
        waits.push((queue.refusal(Date.now())!.retryAt - Date.now()) / 1000)
        pass(waits.at(-1)! * 1000)
      }
      expect(waits).toEqual([45, 45, 45, 90, 180, 360, 600, 600, 600])
      queue.tick(poll, Date.now())
      await requests.at(-1)!.answer(Response.json(1))
      pass(10_000)
      queue.tick(poll, Date.now())
      await requests.at(-1)!.answer(refused(status))
      expect(queue.refusal(Date.now())!.retryAt - Date.now()).toBe(45_000)
    },
  )

  test('what is refused to optional ones makes its own wait no longer', async () => {
    const queue = open()
    const optional = { isUndocumented: false, onFailed: () => undefined }
    for (let i = 0; i < 8; i++) {
      queue.tick(drawPoll({ optional }, `https://venue.example/${i}`), Date.now())
      await requests.at(-1)!.answer(refused(403))
    }
    const poll = drawPoll()
    queue.tick(poll, Date.now())
    await requests.at(-1)!.answer(refused(403))
    expect(queue.refusal(Date.now())!.retryAt - Date.now()).toBe(45_000)
  })

  test('counts refusals of requests under way together once', async () => {
    const queue = open()
    for (const name of 'abcd') queue.tick(drawPoll({}, `https://venue.example/${name}`), Date.now())
    for (const { answer } of requests) await answer(refused(403))
    expect(queue.refusal(Date.now())!.retryAt).toBe(begin + 45_000)
  })

  test('whose handler throws continues', async () => {
    const queue = open()
    const poll = drawPoll({
      onAnswers: () => {
        throw new Error('not understood')
      },
    })
    queue.tick(poll, Date.now())
    await requests[0]!.answer(Response.json(1))
    expect(queue.refusal(Date.now())).toMatchObject({ kind: 'stale', reason: 'not understood' })
    pass(120_000)
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(2)
  })
})

describe('a cycle of several requests', () => {
  const urls = ['https://venue.example/1', 'https://venue.example/2', 'https://venue.example/3']
  const calls = () => urls.map((url) => get(url))
  /** Sends the next request, if there is one, and answers it. */
  async function step(queue: ReturnType<typeof open>, poll: Poll, reply: () => Response): Promise<void> {
    const before = requests.length
    queue.tick(poll, Date.now())
    if (requests.length > before) await requests.at(-1)!.answer(reply())
  }

  test('sends one after the other, and hands on all answers together', async () => {
    const queue = open()
    const poll = drawPoll({ calls })
    for (const n of [1, 2, 3]) {
      expect(poll.taken).toEqual([])
      queue.tick(poll, Date.now())
      queue.tick(poll, Date.now())
      expect(requests).toHaveLength(n)
      await requests.at(-1)!.answer(Response.json(n))
    }
    expect(poll.taken).toEqual([1, 2, 3])
    expect(requests.map(({ url }) => url)).toEqual(urls)
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(3)
  })

  test('fails when one of them fails, and begins anew', async () => {
    const queue = open()
    const poll = drawPoll({ calls })
    await step(queue, poll, () => Response.json(1))
    await step(queue, poll, () => refused(500))
    expect(queue.refusal(Date.now())).toMatchObject({ kind: 'stale', reason: 'HTTP 500' })
    pass(2000)
    for (const n of [1, 2, 3]) await step(queue, poll, () => Response.json(n))
    expect(poll.taken).toEqual([1, 2, 3])
  })

  test('that is partial succeeds without one answer, but not without many', async () => {
    const queue = open()
    const poll = drawPoll({ calls: () => [...calls(), ...calls()], partial: true })
    const replies = [1, null, 3, 4, null, null]
    for (const n of replies) await step(queue, poll, () => (n === null ? refused(404) : Response.json(n)))
    expect(poll.taken).toEqual([1, 3, 4])
    expect(queue.refusal(Date.now())).toBeNull()
    pass(20_000)
    const before = requests.length
    for (let i = 0; i < 6; i++) await step(queue, poll, () => refused(500))
    expect(requests.length - before).toBe(4)
    expect(queue.refusal(Date.now())).toMatchObject({ kind: 'stale', reason: 'HTTP 500' })
  })

  test.each([429, 500])('that is partial takes what came before a failure of %i ends it', async (status) => {
    const queue = open()
    const missed: string[] = []
    const onMissed = ({ url }: RestCall, reason: string) => void missed.push(`${url} ${reason}`)
    const poll = drawPoll({ calls, partial: true, onMissed })
    await step(queue, poll, () => Response.json(1))
    await step(queue, poll, () => refused(status))
    if (status !== 429) await step(queue, poll, () => refused(status))
    expect(poll.taken).toEqual([1])
    expect(missed[0]).toBe(`${calls()[1]!.url} HTTP ${status}`)
    expect(queue.refusal(Date.now())?.kind).toBe(status === 429 ? 'rate-limited' : undefined)
  })

  test('does not mix answers from before and after a long wait', async () => {
    const queue = open()
    const poll = drawPoll({ calls })
    await step(queue, poll, () => Response.json('old'))
    queue.tick(drawPoll(), Date.now())
    await requests.at(-1)!.answer(refused(429, 100))
    pass(100_000)
    for (const n of [1, 2, 3]) await step(queue, poll, () => Response.json(n))
    expect(poll.taken).toEqual([1, 2, 3])
  })

  test('without requests waits until there are some', () => {
    const queue = open()
    let listed: RestCall[] = []
    const poll = drawPoll({ calls: () => listed })
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(0)
    listed = calls()
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(1)
  })
})

describe('a venue that refuses', () => {
  test.each([429, 418, 403, 451])(
    'with HTTP %i gets no request of any poll until its retry time',
    async (status) => {
      const queue = open()
      queue.tick(drawPoll(), Date.now())
      await requests[0]!.answer(refused(status, 100))
      const other = drawPoll({}, 'https://venue.example/b')
      pass(99_999)
      queue.tick(other, Date.now())
      expect(queue.sendOnce(get('https://venue.example/c'), Date.now(), () => undefined)).toBe(false)
      expect(requests).toHaveLength(1)
      pass(1)
      queue.tick(other, Date.now())
      expect(requests).toHaveLength(2)
    },
  )

  test.each([
    ['succeeds', () => Response.json(1)],
    ['fails', () => refused(500)],
    ['is refused for a shorter time', () => refused(429, 1)],
  ])('still gets none when a request that was under way %s', async (_, late) => {
    const queue = open()
    queue.tick(drawPoll(), Date.now())
    queue.tick(drawPoll({}, 'https://venue.example/b'), Date.now())
    await requests[0]!.answer(refused(429, 100))
    await requests[1]!.answer(late())
    pass(50_000)
    queue.tick(drawPoll({}, 'https://venue.example/c'), Date.now())
    expect(requests).toHaveLength(2)
    expect(queue.refusal(Date.now())).toMatchObject({ kind: 'rate-limited' })
  })

  test('gets none from a worker that wakes meanwhile either', async () => {
    const reported: (Refusal | null)[] = []
    const queue = open({ onRefusalChanged: (refusal) => void reported.push(refusal) })
    queue.tick(drawPoll(), Date.now())
    await requests[0]!.answer(refused(429, 100))
    expect(reported).toMatchObject([{ kind: 'rate-limited', retryAt: begin + 100_000 }])
    const woken = open({
      storedRefusal: reported[0]!,
      onRefusalChanged: (refusal) => void reported.push(refusal),
    })
    pass(99_999)
    woken.tick(drawPoll(), Date.now())
    expect(requests).toHaveLength(1)
    pass(1)
    woken.tick(drawPoll(), Date.now())
    await requests[1]!.answer(Response.json(1))
    expect(reported.at(-1)).toBeNull()
  })

  test('a single request gets none of any poll either', async () => {
    const queue = open()
    expect(queue.sendOnce(get('https://venue.example/c'), Date.now(), () => undefined)).toBe(true)
    await requests[0]!.answer(refused(429, 60))
    queue.tick(drawPoll(), Date.now())
    expect(requests).toHaveLength(1)
    expect(queue.refusal(Date.now())).toMatchObject({ kind: 'rate-limited', reason: 'HTTP 429' })
  })
})

describe('a retry by the trader', () => {
  test('clears failures and blocks', async () => {
    for (const status of [500, 403]) {
      requests.length = 0
      const queue = open()
      const poll = drawPoll()
      queue.tick(poll, Date.now())
      await requests[0]!.answer(refused(status))
      queue.clearRefusal()
      expect(queue.refusal(Date.now())).toBeNull()
      queue.tick(poll, Date.now())
      expect(requests).toHaveLength(2)
    }
  })

  test('does not clear a rate limit', async () => {
    const queue = open()
    const poll = drawPoll()
    queue.tick(poll, Date.now())
    await requests[0]!.answer(refused(429, 100))
    queue.clearRefusal()
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(1)
  })
})

test('answers that come after the venue was stopped are ignored', async () => {
  const stopped = new AbortController()
  const queue = open({ signal: stopped.signal })
  const poll = drawPoll()
  let answered = 0
  queue.tick(poll, Date.now())
  queue.sendOnce(get('https://venue.example/c'), Date.now(), () => answered++)
  stopped.abort()
  await requests[0]!.answer(Response.json(1))
  await requests[1]!.answer(Response.json(1))
  expect([poll.taken, answered]).toEqual([[], 0])
})

describe('a wall clock that is set back by an hour', () => {
  const hour = 3_600_000

  test('makes a poll neither early nor late', async () => {
    const queue = open()
    const poll = drawPoll({ everyMs: 60_000 })
    queue.tick(poll, Date.now())
    await requests[0]!.answer(Response.json(1))
    queue.tick(poll, Date.now())
    pass(-hour)
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(1)
    pass(60_000)
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(2)
  })

  test('makes a refusal end when it would have ended, also for a worker that wakes meanwhile', async () => {
    const stored: (Refusal | null)[] = []
    const queue = open({ onRefusalChanged: (refusal) => void stored.push(refusal) })
    const poll = drawPoll()
    queue.tick(poll, Date.now())
    await requests[0]!.answer(refused(429, 120))
    pass(-hour)
    pass(119_000)
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(1)
    expect(stored.at(-1)?.retryAt).toBe(Date.now() + 120_000)
    pass(120_000)
    queue.tick(poll, Date.now())
    expect(requests).toHaveLength(2)
  })
})
