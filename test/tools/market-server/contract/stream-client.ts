import type { StreamCall } from '../../../../src/exchanges/feeds/stream-call.ts'
import { framingOf } from '../../../../src/background/sockets/framing.ts'
import type {
  Call,
  VenueServer,
  ConnectionHandler,
} from '../../../../tools/market-server/venues/simulated-venue.ts'

/**
 * A client on one connection of a venue server, without sockets: sends the adapter's frames, keeps what arrives.
 */
export interface StreamClient {
  readonly messages: unknown[]
  /** Codes with which the venue closed the connection. */
  readonly closed: number[]
  send(frame: unknown): void
  /** Resolves when everything received has been read: some framings decode asynchronously. */
  settled(): Promise<void>
}

/** A URL as the request a venue server receives. */
export function callOf(url: string, method = 'GET', body?: unknown): Call {
  const { host, pathname, searchParams } = new URL(url)
  const call = { method, host: host.replace(/:\d+$/, ''), path: pathname, query: searchParams }
  return body === undefined ? call : { ...call, body: JSON.stringify(body) }
}

/**
 * Opens a connection as the background does: ticket first, then framing and the answers the venue expects.
 *
 * @param now wall clock, ms: some frames state the time
 * @throws Error where nothing listens
 */
export function openStreamClient(venueServer: VenueServer, stream: StreamCall, now = 0): StreamClient {
  const { handshake: { ticket, frames = [] } = {}, heartbeat } = stream
  const url = ticket
    ? ticket.streamUrl(JSON.parse(venueServer.answer(callOf(ticket.url, 'POST')).body))
    : stream.url
  const framing = framingOf(stream)
  const messages: unknown[] = []
  const closed: number[] = []
  let handler: ConnectionHandler | null = null
  let reading = Promise.resolve()
  const send = (frame: unknown): void => handler?.message(framing.encode(frame))
  const receive = async (frame: string | Uint8Array): Promise<void> => {
    const taken = await framing.decode(typeof frame === 'string' ? frame : Uint8Array.from(frame).buffer)
    if (taken.kind === 'reply') handler?.message(taken.text)
    if (taken.kind !== 'message') return
    messages.push(taken.message)
    const answer = heartbeat?.answer?.(taken.message) ?? null
    if (answer !== null) send(answer)
  }
  handler = venueServer.connect({
    ...callOf(url),
    send: (frame) => void (reading = reading.then(() => receive(frame))),
    ping: () => handler?.pong(),
    close: (code) => closed.push(code),
  })
  if (!handler) throw new Error(`Nothing listens at ${url}`)
  for (const frame of frames) send(typeof frame === 'function' ? frame(now) : frame)
  return { messages, closed, send, settled: () => reading }
}
