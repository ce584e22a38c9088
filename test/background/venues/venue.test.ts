import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openVenue, type Venue } from '../../../src/background/venues/venue.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import type { VenueState } from '../../../src/market/venue-state.ts'
import { payloadOf } from '../simulated/declared-calls.ts'
import { simulatedSocket } from '../simulated/socket.ts'
import { samples } from '../../exchanges/samples/registry.ts'

const sample = samples.binance!.payloads.find(({ kind }) => kind === 'ws.ticker')!.payload as object
const stream = '!ticker_1h@arr'
let send: (frame: string) => void = () => undefined
let isAnswering = true
let polls = 0
/** What the venue answers in place of its tickers; null: the sample. */
let polled: (() => Response) | null = null
let venue: Venue
/** What is done with the ticks that the engine took. */
let takeTicks: () => void

/** What the state says in each of some seconds, with a frame a second. */
async function kindsIn(
  seconds: number,
  frame: object | ((second: number) => object),
): Promise<VenueState['kind'][]> {
  const kinds: VenueState['kind'][] = []
  for (let second = 0; second < seconds; second++) {
    await vi.advanceTimersByTimeAsync(1000)
    send(JSON.stringify(typeof frame === 'function' ? frame(second) : frame))
    venue.tick(Date.now(), [])
    for (let turn = 0; turn < 3; turn++) await new Promise((done) => setImmediate(done))
    kinds.push(venue.state(Date.now()).kind)
  }
  return kinds
}

beforeEach(() => {
  // The samples' times are those of the venue.
  vi.useFakeTimers({ now: 1_700_000_000_000, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  isAnswering = true
  polls = 0
  polled = null
  takeTicks = () => undefined
  vi.stubGlobal(
    'WebSocket',
    simulatedSocket({
      connect(_, line) {
        send = (frame) => line.send(frame)
        return { message: () => 0, pong: () => 0, closed: () => (send = () => undefined) }
      },
    }),
  )
  vi.stubGlobal('fetch', (url: string) => {
    if (!isAnswering) return Promise.reject(new TypeError('Failed to fetch'))
    const call = [binance.symbols, binance.tickers].find((one) => one.url === url)
    if (call === binance.tickers) polls++
    if (call === binance.tickers && polled) return Promise.resolve(polled())
    return call ? Promise.resolve(Response.json(payloadOf(binance, call))) : new Promise(() => undefined)
  })
  const slot = { startedAt: Date.now(), fraction: 0 }
  const events = {
    onTicks: () => takeTicks(),
    onEpisodesChanged: () => undefined,
    onRefusalChanged: () => undefined,
  }
  venue = openVenue(binance, { engine: null, refusal: null, slot }, events)
})
afterEach(() => {
  venue.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a stream of frames', () => {
  test('that are understood is live', async () => {
    expect((await kindsIn(5, sample)).at(-1)).toBe('live')
  })

  test.each([
    ['none of which has a row', { stream, data: [] }],
    ['none of whose rows can be read', { stream, data: [{ e: '1hTicker', s_v2: 'BTCUSDT', c_v2: '1' }] }],
  ])('%s is never live, and the tickers are polled', async (_, frame) => {
    const kinds = await kindsIn(40, frame)
    expect(kinds).not.toContain('live')
    expect(kinds.at(-1)).toBe('polling')
    expect(polls).toBeGreaterThan(2)
  })

  test('that cease to be understood is stale within 15 s where polls fail too', async () => {
    expect((await kindsIn(5, sample)).at(-1)).toBe('live')
    isAnswering = false
    const kinds = await kindsIn(30, { stream, data: [] })
    expect(new Set(kinds.slice(15))).toEqual(new Set(['stale']))
  })
})

/** A frame of which so many rows can be read, and so many cannot. */
const mixed = (sound: number, unread: number) => (second: number) => {
  const E = 1_700_000_000_000 + second * 1000
  const figures = { o: '1', h: '1', l: '1', v: '9', q: `${100 + second}`, O: E, C: E, F: 1, L: second, n: 1 }
  const row = (_: unknown, i: number) => ({ e: '1hTicker', E, s: `C${i}USDT`, c: '1', ...figures })
  const renamed = (_: unknown, i: number) => ({ e: '1hTicker', E, s: `D${i}USDT`, c_v2: '1', ...figures })
  return { stream, data: [...Array.from({ length: sound }, row), ...Array.from({ length: unread }, renamed)] }
}

describe('messages of which not all can be read', () => {
  test.each([
    ['a list of rows of another shape', () => Response.json([{ symbol_v2: 'BTCUSDT', lastPrice_v2: '1' }])],
    ['a page', () => new Response('<html>')],
  ])('make the state unreadable where polls bring %s', async (_, answer) => {
    polled = answer
    expect((await kindsIn(25, mixed(0, 20))).at(-1)).toBe('unreadable')
    expect(venue.state(Date.now())).toMatchObject({ receivedAt: null, droppedShare: 1 })
    // Nothing arrives any more: that is silence.
    isAnswering = false
    send = () => undefined
    expect((await kindsIn(61, {})).at(-1)).toBe('stale')
  })

  test('do not: next to nothing is nothing, and the tickers are polled', async () => {
    expect((await kindsIn(40, mixed(1, 99))).at(-1)).toBe('polling')
    expect(venue.state(Date.now()).droppedShare).toBeCloseTo(0.99, 2)
  })

  test('are told with their share while they are live, and with one of them', async () => {
    expect((await kindsIn(10, mixed(4, 6))).at(-1)).toBe('live')
    const { droppedShare, droppedExample } = venue.state(Date.now())
    expect(droppedShare).toBeCloseTo(0.6, 5)
    expect(droppedExample).toBe('ws.ticker: tick symbol "D0USDT", last missing')
  })

  test('are told of a list of pairs too, which leaves the earlier list', async () => {
    await kindsIn(5, sample)
    const { pairs } = venue.state(Date.now())
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ symbols: [{ symbol_v2: 'BTCUSDT' }] })))
    await kindsIn(605, mixed(4, 0))
    const state = venue.state(Date.now())
    expect(state).toMatchObject({ kind: 'live', droppedShare: 1 })
    expect([state.pairs >= pairs, state.droppedExample]).toEqual([
      true,
      'rest.symbols: symbol symbol missing, base missing, quote missing, state missing',
    ])
  })

  test('are no data where the engine throws at each, and the cause is told', async () => {
    takeTicks = () => {
      throw new Error('damaged')
    }
    expect(await kindsIn(30, mixed(4, 0))).not.toContain('live')
    expect(venue.state(Date.now()).droppedExample).toBe('ws.ticker: damaged')
  })
})

test('what a venue says at length is kept short in its state', async () => {
  polled = () => Response.json({ code: -1, msg: 'x'.repeat(1e5) })
  await kindsIn(20, mixed(0, 0))
  const { kind, reason } = venue.state(Date.now())
  expect([kind, (reason ?? '').length]).toEqual(['stale', 200])
})
