import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openVenue, type Venue } from '../../../src/background/venues/venue.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import type { VenueState } from '../../../src/market/venue-state.ts'
import { payloadOf } from '../simulated/declared-calls.ts'
import { simulatedSocket } from '../simulated/socket.ts'
import { samples } from '../../exchanges/samples/registry.ts'

const sample = samples.binance!.payloads.find(({ kind }) => kind === 'ws.ticker')!.payload
const stream = '!ticker_1h@arr'
let send: (frame: string) => void = () => undefined
let isAnswering = true
let polls = 0
let venue: Venue

/** What the state says in each of some seconds, with a frame a second. */
async function kindsIn(seconds: number, frame: unknown): Promise<VenueState['kind'][]> {
  const kinds: VenueState['kind'][] = []
  for (let second = 0; second < seconds; second++) {
    await vi.advanceTimersByTimeAsync(1000)
    send(JSON.stringify(frame))
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
    return call ? Promise.resolve(Response.json(payloadOf(binance, call))) : new Promise(() => undefined)
  })
  const slot = { startedAt: Date.now(), fraction: 0 }
  const events = {
    onTicks: () => undefined,
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
