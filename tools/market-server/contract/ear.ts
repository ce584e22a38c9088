import type { StreamCall } from '../../../src/exchanges/feeds/stream-call.ts'
import { framingOf } from '../../../src/background/sockets/framing.ts'
import type { Call, Desk, Talk } from '../venues/venue.ts'

/** A client on one line of a desk, without sockets: says what the adapter says, keeps what comes. */
export interface Ear {
  readonly messages: unknown[]
  /** Codes with which the venue closed the line. */
  readonly closed: number[]
  say(frame: unknown): void
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
export function listen(desk: Desk, stream: StreamCall): Ear {
  const { handshake: { ticket, frames = [] } = {}, heartbeat } = stream
  const url = ticket ? ticket.streamUrl(JSON.parse(desk.answer(callOf(ticket.url, 'POST')).body)) : stream.url
  const framing = framingOf(stream)
  const messages: unknown[] = []
  const closed: number[] = []
  let talk: Talk | null = null
  let reading = Promise.resolve()
  const say = (frame: unknown): void => talk?.message(framing.encode(frame))
  const hear = async (frame: string | Uint8Array): Promise<void> => {
    const heard = await framing.decode(typeof frame === 'string' ? frame : Uint8Array.from(frame).buffer)
    if (heard.kind === 'reply') talk?.message(heard.text)
    if (heard.kind !== 'message') return
    messages.push(heard.message)
    const answer = heartbeat?.answer?.(heard.message) ?? null
    if (answer !== null) say(answer)
  }
  talk = desk.connect({
    ...callOf(url),
    send: (frame) => void (reading = reading.then(() => hear(frame))),
    ping: () => talk?.pong(),
    close: (code) => closed.push(code),
  })
  if (!talk) throw new Error(`Nothing listens at ${url}`)
  for (const frame of frames) say(frame)
  return { messages, closed, say, settled: () => reading }
}
