import { vi } from 'vitest'
import type { Fault } from '../../../tools/market-server/faults.ts'
import type { Market } from '../../../tools/market-server/market/market.ts'
import type { VenueMarket } from '../../../tools/market-server/market/venue-market.ts'
import { faultyReply, faultyFrame } from '../../../tools/market-server/reply.ts'
import { venues } from '../../../tools/market-server/venues/all.ts'
import type { Call, VenueServer, Reply } from '../../../tools/market-server/venues/simulated-venue.ts'
import { simulatedSocket } from './socket.ts'

/** One request that reached a venue. */
export interface SentRequest {
  readonly venue: string
  readonly url: string
  readonly status: number
  /** Cost in the venue's own currency. */
  readonly weight: number
  /** Wall clock, ms. */
  readonly at: number
}

/** Every simulated venue behind the browser's fetch and WebSocket, on the test's clock. */
export interface SimulatedNetwork {
  readonly requests: SentRequest[]
  /** URLs of the open sockets of a venue. */
  connections(venue: string): readonly string[]
  /** What a venue really lists, and what was traded there. */
  venueMarket(venue: string): VenueMarket
  /** Makes one venue misbehave; null ends the fault. */
  setFault(venue: string, fault: Fault | null): void
  /** Closes every socket from the venue's side; connecting again works. */
  dropSockets(): void
  /** URLs of all sockets that a venue accepted, in order. */
  opened(venue: string): readonly string[]
  /** Swallows frames that a venue sends on its sockets. */
  mute(venue: string, isMute: (frame: string) => boolean): void
  /** Frames that a venue received on its sockets, in order. */
  received(venue: string): readonly string[]
  /** Advances market and wall time together. */
  pass(ms: number): Promise<void>
}

const stepMs = 500
const answerMs = 120

const callOf = (url: string, method: string): Call => {
  const { host, pathname, searchParams } = new URL(url)
  return { method, host: host.replace(/:\d+$/, ''), path: pathname, query: searchParams }
}

/**
 * Opens simulated venues. Wall clock and market clock are the same: both begin at the market's `now`.
 *
 * @param ids the venues; absent: all
 */
export function openSimulatedNetwork(
  market: Market,
  ids: readonly string[] = venues.map(({ id }) => id),
): SimulatedNetwork {
  vi.useFakeTimers({
    now: market.now,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  })
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const late = new AbortController()
    setTimeout(() => late.abort(new DOMException('', 'TimeoutError')), ms)
    return late.signal
  })
  const opened = venues
    .filter(({ id }) => ids.includes(id))
    .map(({ id, hosts, open }) => ({ id, hosts, desk: open(market, Date.now) }))
  const faults = new Map<string, Fault>()
  const connections = new Map<string, string[]>()
  const requests: SentRequest[] = []
  const drops = new Set<() => void>()
  const received = new Map<string, string[]>()
  const accepted: { readonly venue: string; readonly url: string }[] = []
  const mutes = new Map<string, (frame: string) => boolean>()
  const at = (host: string) => opened.find(({ hosts }) => hosts.includes(host))

  function reply(id: string, desk: VenueServer, call: Call): Reply | null {
    const fault = faults.get(id)
    return fault ? faultyReply(fault, desk) : desk.answer(call)
  }
  vi.stubGlobal('fetch', (url: string, { method = 'GET', signal }: RequestInit = {}) => {
    const call = callOf(url, method)
    const host = at(call.host)
    return new Promise<Response>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error))
      const answered = host ? reply(host.id, host.desk, call) : null
      if (!host) return reject(new TypeError('Failed to fetch'))
      const { status = 0, weight = 0, body = '', headers = {} } = answered ?? {}
      requests.push({ venue: host.id, url, status, weight, at: Date.now() })
      const date = new Date(market.now).toUTCString()
      if (answered)
        setTimeout(() => resolve(new Response(body, { status, headers: { date, ...headers } })), answerMs)
    })
  })
  vi.stubGlobal(
    'WebSocket',
    simulatedSocket({
      connect(url, line) {
        const call = callOf(url, 'GET')
        const host = at(call.host)
        if (!host || faults.get(host.id)?.kind === 'status' || host.desk.refuses?.(call.host)) return null
        const talk = host.desk.connect({
          ...call,
          ...line,
          send(frame) {
            const fault = faults.get(host.id)
            const said = fault ? faultyFrame(frame, fault, host.desk) : frame
            if (said !== null && !(typeof said === 'string' && mutes.get(host.id)?.(said))) line.send(said)
          },
        })
        if (!talk) return null
        const open = [...(connections.get(host.id) ?? []), url]
        connections.set(host.id, open)
        accepted.push({ venue: host.id, url })
        const drop = () => line.close(1001, '')
        drops.add(drop)
        return {
          ...talk,
          message(text) {
            received.set(host.id, [...(received.get(host.id) ?? []), text])
            talk.message(text)
          },
          pong: () => talk.pong(),
          closed() {
            drops.delete(drop)
            connections.set(
              host.id,
              (connections.get(host.id) ?? []).filter((known) => known !== url),
            )
            talk.closed()
          },
        }
      },
    }),
  )
  return {
    requests,
    connections: (venue) => connections.get(venue) ?? [],
    venueMarket: (venue) => opened.find(({ id }) => id === venue)!.desk.venueMarket,
    setFault: (venue, fault) => void (fault ? faults.set(venue, fault) : faults.delete(venue)),
    dropSockets() {
      for (const drop of [...drops]) drop()
    },
    opened: (venue) => accepted.filter((each) => each.venue === venue).map(({ url }) => url),
    mute: (venue, isMute) => void mutes.set(venue, isMute),
    received: (venue) => received.get(venue) ?? [],
    async pass(ms) {
      for (let passed = 0; passed < ms; passed += stepMs) {
        const prints = market.advance(market.now + stepMs)
        for (const { desk } of opened) desk.step(prints)
        await vi.advanceTimersByTimeAsync(stepMs)
        // Bodies and compressed frames are decoded in real time, outside the simulated clock.
        for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
      }
    },
  }
}
