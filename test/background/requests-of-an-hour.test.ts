import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createOfficialPolls } from '../../src/background/official/official-polls.ts'
import { runVenue, type RunningVenue } from '../../src/background/venues/run-venue.ts'
import { emptyOfficialState } from '../../src/exchanges/official/official-state.ts'
import { exchanges } from '../../src/exchanges/registry.ts'
import { random } from '../../tools/market-server/market/random.ts'
import { callAt, payloadOf } from './simulated/declared-calls.ts'
import { simulatedSocket } from './simulated/socket.ts'

// An hour of all venues at once on a simulated clock. Their sockets open but stay silent, so that everything is
// polled: the highest load that their REST hosts see of us, official sources included. In the 20th minute each
// refuses once, from the 35th to the 38th each fails.

interface Sent {
  readonly venue: string
  readonly url: string
  readonly kind: string
  readonly weight: number
  /** ms since the start. */
  readonly at: number
  readonly status: number
  /** When the answer came, ms since the start. */
  readonly answeredAt: number
}

const begin = 1_700_000_000_000
const minute = 60_000
const retryAfter = 120
const sent: Sent[] = []
let overlaps = 0
const busy = new Set<string>()
const refused = new Set<string>()
// A draw of its own for each venue: in which order they answer depends on how busy this computer is.
const chances = new Map(exchanges.map(({ id }, i) => [id, random(i + 1)]))
const jitter = random(7)

function statusOf(venue: string, at: number): number {
  if (at >= 35 * minute && at < 38 * minute) return 500
  if (at < 20 * minute || refused.has(venue)) return 200
  refused.add(venue)
  return 429
}

/** Most answers take less than a second, a few almost as long as our timeout. */
function latencyOf(venue: string): number {
  const chance = chances.get(venue)!
  return chance.next() < 0.02 ? 12_000 : Math.round(80 + 800 * chance.next())
}

/** A sample with the present time, where it has one in seconds: an answer that stands still is none. */
function upToDate(payload: unknown): unknown {
  const hasTime = typeof payload === 'object' && payload !== null && 'timestamp' in payload
  return hasTime && typeof payload.timestamp === 'number'
    ? { ...payload, timestamp: Math.floor(Date.now() / 1000) }
    : payload
}

const started: RunningVenue[] = []

beforeAll(async () => {
  vi.useFakeTimers({
    now: begin,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  })
  vi.spyOn(Math, 'random').mockImplementation(() => jitter.next())
  vi.stubGlobal(
    'WebSocket',
    simulatedSocket({ connect: () => ({ message: () => 0, pong: () => 0, closed: () => 0 }) }),
  )
  vi.stubGlobal('fetch', (url: string) => {
    const exchange = exchanges.find(({ hosts }) => hosts.some((host) => url.startsWith(host.slice(0, -1))))!
    const call = callAt(exchange, url)
    const at = Date.now() - begin
    const status = statusOf(exchange.id, at)
    const wait = latencyOf(exchange.id)
    sent.push({
      venue: exchange.id,
      url,
      kind: call.kind,
      weight: call.weight,
      at,
      status,
      answeredAt: at + wait,
    })
    // A poll cycle counts once, however many requests it takes.
    const key = /ticker|symbols/.test(call.kind) ? `${exchange.id} ${call.kind}` : url
    if (busy.has(key)) overlaps++
    busy.add(key)
    return new Promise<Response>((resolve) =>
      setTimeout(() => {
        busy.delete(key)
        const headers = status === 429 ? { 'retry-after': String(retryAfter) } : {}
        resolve(
          status === 200
            ? Response.json(upToDate(payloadOf(exchange, call)))
            : new Response('', { status, headers }),
        )
      }, wait),
    )
  })
  for (const [i, exchange] of exchanges.entries()) {
    started.push(
      runVenue(
        exchange,
        { engine: null, refusal: null, slot: { startedAt: begin, fraction: i / exchanges.length } },
        {
          onTicks: () => undefined,
          onEpisodesChanged: () => undefined,
          onRefusalChanged: () => undefined,
        },
        ({ engine }) => [...engine.data.pairs.keys()].slice(0, 3),
      ),
    )
  }
  const polls = started.map(({ venue: { exchange, requests } }) =>
    createOfficialPolls(
      exchange,
      requests,
      { ledger: emptyOfficialState(exchange.id), restUntil: {} },
      () => undefined,
    ),
  )
  for (let second = 0; second < 3600; second++) {
    for (const [i, { venue }] of started.entries()) {
      polls[i]!.tick(Date.now(), [...venue.engine.data.pairs.keys()].slice(0, 3))
    }
    await vi.advanceTimersByTimeAsync(1000)
    await new Promise((done) => setImmediate(done))
  }
}, 120_000)

afterAll(() => {
  for (const one of started) one.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const own = (id: string) => sent.filter(({ venue }) => venue === id)

/** The most that was spent in any stretch of this length, ms. */
function mostIn(list: readonly Sent[], ms: number): number {
  return Math.max(
    ...list.map(({ at }) =>
      list.filter((one) => one.at >= at && one.at < at + ms).reduce((sum, { weight }) => sum + weight, 0),
    ),
  )
}

/** The share of the published budget that was used, at most, over whole periods of a minute together. */
function shareOf(id: string): number {
  const { budget } = exchanges.find((exchange) => exchange.id === id)!
  const ms = budget.perMs * Math.ceil(minute / budget.perMs)
  return mostIn(own(id), ms) / ((budget.weight * ms) / budget.perMs)
}

/** Time from a refusal to the next request; requests already under way do not count. */
function silenceOf(id: string): number {
  const { answeredAt } = own(id).find(({ status }) => status === 429)!
  return own(id).find(({ at }) => at > answeredAt)!.at - answeredAt
}

const ids = exchanges.map(({ id }) => id)

describe.each(ids)('%s', (id) => {
  test('stays within its rate limit', () => {
    const { budget } = exchanges.find((exchange) => exchange.id === id)!
    expect(shareOf(id)).toBeLessThanOrEqual(budget.useInFull ? 1 : 0.25)
  })

  test('gets no request after a 429 until Retry-After has passed, and then soon one', () => {
    expect(silenceOf(id)).toBeGreaterThanOrEqual(retryAfter * 1000)
    expect(silenceOf(id)).toBeLessThan(retryAfter * 1000 + 60_000)
  })

  test('gets ever fewer requests while it fails, and the usual ones once it recovers', () => {
    const failing = own(id).filter(({ status }) => status === 500)
    // Per URL, with random waits of 45 s at most: about eleven requests, where one a second would make 180.
    const addresses = new Set(failing.map(({ url }) => url)).size
    expect(failing.length).toBeLessThanOrEqual(16 * addresses)
    expect(own(id).filter(({ at, status }) => at > 41 * minute && status === 200).length).toBeGreaterThan(3)
  })

  test('delivers data until the end', () => {
    const { venue } = started.find((one) => one.venue.exchange.id === id)!
    expect(Date.now() - venue.state(Date.now()).receivedAt!).toBeLessThan(2 * minute)
  })
})

test('nothing is requested twice at the same time', () => {
  expect(overlaps).toBe(0)
})

test('requests to the venues are spread over time', () => {
  const perSecond = new Map<number, Set<string>>()
  for (const { at, venue, kind } of sent) {
    // Polls only; the trades of a suspect are requested as soon as it is one.
    if (!/ticker|symbols/.test(kind)) continue
    const second = Math.floor(at / 1000)
    perSecond.set(second, (perSecond.get(second) ?? new Set()).add(venue))
  }
  // In quiet minutes: waits after an outage are random.
  const quiet = [...perSecond].filter(([second]) => second > 60 && second < 20 * 60)
  const most = Math.max(...quiet.map(([, venues]) => venues.size))
  expect(most).toBeLessThanOrEqual(8)
  const rows = ids.map((id) => ({
    venue: id,
    requests: own(id).length,
    weight: own(id).reduce((sum, { weight }) => sum + weight, 0),
    'share of budget, %': Math.round(shareOf(id) * 1000) / 10,
    'silence after 429, s': Math.round(silenceOf(id) / 1000),
    'while failing': own(id).filter(({ status }) => status === 500).length,
  }))
  console.table(rows)
  console.log(
    `overlapping ${overlaps}, venues asked in the same second at most ${most}, requests ${sent.length}`,
  )
})
