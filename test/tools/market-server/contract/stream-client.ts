import type { StreamCall } from '../../../../src/exchanges/exchange.ts'
import { framingOf } from '../../../../src/background/sockets/framing.ts'
import type {
  Call,
  VenueServer,
  ConnectionHandler,
} from '../../../../tools/market-server/venues/simulated-venue.ts'

/** A client on one line of a desk, without sockets: says what the adapter says, keeps what comes. */
export interface StreamClient {
  readonly messages: unknown[]
  /** Codes with which the venue closed the line. */
  readonly closed: number[]
  send(frame: unknown): void
  /** Resolves when all that came has been read: some framings take their time. */
  settled(): Promise<void>
}

/** An address as a desk is asked for it. */
export function callOf(url: string, method = 'GET'): Call {
  const { host, pathname, searchParams } = new URL(url)
  return { method, host: host.replace(/:\d+$/, ''), path: pathname, query: searchParams }
}

/**
 * Opens a line as the background does: the ticket first, its framing, answers as the venue wants them.
 * @throws Error where nothing listens
 */
export function openStreamClient(venueServer: VenueServer, stream: StreamCall): StreamClient {
  const { ticket } = stream
  const url = ticket
    ? ticket.addressOf(JSON.parse(venueServer.answer(callOf(ticket.url, 'POST')).body))
    : stream.url
  const framing = framingOf(stream)
  const messages: unknown[] = []
  const closed: number[] = []
  let handler: ConnectionHandler | null = null
  let reading = Promise.resolve()
  const send = (frame: unknown): void => handler?.message(framing.wrap(frame))
  const receive = async (frame: string | Uint8Array): Promise<void> => {
    const taken = await framing.take(typeof frame === 'string' ? frame : Uint8Array.from(frame).buffer)
    if (taken.kind === 'say') handler?.message(taken.text)
    if (taken.kind !== 'message') return
    messages.push(taken.message)
    const answer = stream.answer?.(taken.message) ?? null
    if (answer !== null) send(answer)
  }
  handler = venueServer.connect({
    ...callOf(url),
    send: (frame) => void (reading = reading.then(() => receive(frame))),
    ping: () => handler?.pong(),
    close: (code) => closed.push(code),
  })
  if (!handler) throw new Error(`Nothing listens at ${url}`)
  for (const frame of stream.hello ?? []) send(frame)
  return { messages, closed, send, settled: () => reading }
}
