import type { Market } from '../../market-server/market/market.ts'
import { venues } from '../../market-server/venues/all.ts'
import { stepWhenHeard } from '../../market-server/venues/step-when-heard.ts'
import type { Call, VenueServer } from '../../market-server/venues/simulated-venue.ts'
import { servingVenue } from '../../market-server/venues/simulated-venue.ts'
import { releaseSignal } from '../clock/signals.ts'
import { type Line, soundLine } from './line.ts'
import { promptResponse } from './prompt-response.ts'
import { simulatedSocket } from './simulated-socket.ts'

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

/** Simulated venues behind a browser's fetch and WebSocket, on the clock of the process. */
export interface SimulatedNetwork {
  /** In place of the browser's own. */
  readonly fetch: typeof fetch
  readonly WebSocket: typeof WebSocket
  readonly requests: SentRequest[]
  /** URLs of the open sockets of a venue. */
  connections(venue: string): readonly string[]
  /** URLs of all sockets that a venue accepted, in order. */
  opened(venue: string): readonly string[]
  venueServer(venue: string): VenueServer
  /** What lies before one venue from now on; null: nothing. */
  setLine(venue: string, line: Line | null): void
  /** Closes sockets from the venue's side, without a closing frame; connecting again works. */
  dropSockets(venue?: string): void
  /** Frames that a venue received on its sockets, in order. */
  received(venue: string): readonly string[]
  /** Forgets the requests, sockets and frames so far: a long run would fill the memory with them. */
  forget(): void
  /** The market goes on until `at`, ms UTC; sockets carry what happened. */
  step(at: number): void
}

const answerMs = 120

/**
 * Opens simulated venues.
 *
 * @param ids the venues; absent: all
 * @param wall the venues' wall clock, ms; absent: the process's
 */
export function openNetwork(
  market: Market,
  ids: readonly string[] = venues.map(({ id }) => id),
  wall: () => number = () => Date.now(),
): SimulatedNetwork {
  const opened = venues
    .filter(({ id }) => ids.includes(id))
    .map((venue) => ({ ...venue, server: stepWhenHeard(venue.open(market, wall)) }))
  const lines = new Map<string, Line>()
  const requests: SentRequest[] = []
  const sockets = new Set<{ readonly venue: string; readonly url: string; drop(): void }>()
  const accepted: { readonly venue: string; readonly url: string }[] = []
  const received = new Map<string, string[]>()
  const at = (call: Call) => servingVenue(opened, call)
  const lineOf = (id: string) => lines.get(id) ?? soundLine

  function sendRequest(url: string, { method = 'GET', signal, body }: RequestInit = {}): Promise<Response> {
    const call = callOf(url, method, typeof body === 'string' ? body : undefined)
    const host = at(call)
    return new Promise((resolve, reject) => {
      if (!host) return reject(new TypeError('Failed to fetch'))
      const abort = () => reject(signal?.reason as Error)
      signal?.addEventListener('abort', abort, { once: true })
      // Node keeps a composed signal, and with it the whole market, for as long as somebody listens to it.
      const later = (settle: () => void) =>
        setTimeout(() => {
          signal?.removeEventListener('abort', abort)
          if (signal) releaseSignal(signal)
          settle()
        }, answerMs)
      const reply = lineOf(host.id).answer(call, host.server)
      const isReply = reply !== null && reply !== 'reset'
      const { status = 0, weight = 0, body: text = '', headers = {} } = isReply ? reply : {}
      requests.push({ venue: host.id, url, status, weight, at: wall() })
      const date = new Date(market.now).toUTCString()
      if (reply === 'reset') later(() => reject(new TypeError('Failed to fetch')))
      else if (isReply) later(() => resolve(promptResponse(status, { date, ...headers }, text)))
    })
  }
  const socket = simulatedSocket({
    connect(url, end) {
      const call = callOf(url, 'GET')
      const host = at(call)
      if (!host || host.server.refuses?.(call.host) || !lineOf(host.id).accepts(call, host.server))
        return null
      const handler = host.server.connect({
        ...call,
        ...end,
        send: (frame) => lineOf(host.id).toClient(frame, host.server, (passed) => end.send(passed)),
      })
      if (!handler) return null
      const open = { venue: host.id, url, drop: () => end.close(1006, '') }
      sockets.add(open)
      accepted.push({ venue: host.id, url })
      return {
        message: (text) =>
          lineOf(host.id).toVenue(text, (passed) => {
            received.set(host.id, [...(received.get(host.id) ?? []), passed])
            handler.message(passed)
          }),
        pong: () => handler.pong(),
        closed() {
          sockets.delete(open)
          handler.closed()
        },
      }
    },
  })
  return {
    fetch: sendRequest as typeof fetch,
    WebSocket: socket,
    requests,
    connections: (venue) => [...sockets].filter((open) => open.venue === venue).map(({ url }) => url),
    opened: (venue) => accepted.filter((each) => each.venue === venue).map(({ url }) => url),
    venueServer: (venue) => opened.find(({ id }) => id === venue)!.server,
    setLine: (venue, line) => void (line ? lines.set(venue, line) : lines.delete(venue)),
    dropSockets(venue) {
      for (const open of [...sockets]) if (venue === undefined || open.venue === venue) open.drop()
    },
    received: (venue) => received.get(venue) ?? [],
    forget() {
      requests.length = accepted.length = 0
      received.clear()
    },
    step(until) {
      const prints = market.advance(until)
      for (const { server } of opened) server.step(prints)
    },
  }
}

function callOf(url: string, method: string, body?: string): Call {
  const { host, pathname, searchParams } = new URL(url)
  const call = { method, host: host.replace(/:\d+$/, ''), path: pathname, query: searchParams }
  return body === undefined ? call : { ...call, body }
}
