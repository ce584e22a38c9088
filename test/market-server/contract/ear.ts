import { gunzipSync } from 'node:zlib'
import type { StreamCall } from '../../../src/exchanges/exchange.ts'
import type { Call, Desk, Talk } from '../venues/venue.ts'

/** A client on one line of a desk, without sockets: says what the adapter says, keeps what comes. */
export interface Ear {
  readonly messages: unknown[]
  /** Codes with which the venue closed the line. */
  readonly closed: number[]
  say(frame: unknown): void
}

/** An address as a desk is asked for it. */
export function callOf(url: string, method = 'GET'): Call {
  const { host, pathname, searchParams } = new URL(url)
  return { method, host: host.replace(/:\d+$/, ''), path: pathname, query: searchParams }
}

/**
 * Opens a line as the background would: the ticket first, then the greeting, answers as the venue wants them.
 * @throws Error where nothing listens
 */
export function listen(desk: Desk, stream: StreamCall): Ear {
  const { ticket, framing } = stream
  const url = ticket ? ticket.addressOf(JSON.parse(desk.answer(callOf(ticket.url, 'POST')).body)) : stream.url
  const ear: { messages: unknown[]; closed: number[] } = { messages: [], closed: [] }
  let talk: Talk | null = null
  const send = (text: string): void => talk?.message(text)
  const say = (frame: unknown): void => {
    const text = typeof frame === 'string' ? frame : JSON.stringify(frame)
    send(framing === 'socket.io' ? `42${text}` : text)
  }
  const hear = (frame: string | Uint8Array): void => {
    const text = textOf(frame, framing)
    if (framing === 'socket.io' && !text.startsWith('42')) {
      if (text.startsWith('0{')) send('40')
      if (text === '2') send('3')
      return
    }
    const message = parsed(framing === 'socket.io' ? text.slice(2) : text)
    ear.messages.push(message)
    const answer = stream.answer?.(message) ?? null
    if (answer !== null) say(answer)
  }
  const frames: (string | Uint8Array)[] = []
  talk = desk.connect({
    ...callOf(url),
    send: (frame) => void (talk ? hear(frame) : frames.push(frame)),
    ping: () => talk?.pong(),
    close: (code) => ear.closed.push(code),
  })
  if (!talk) throw new Error(`Nothing listens at ${url}`)
  for (const frame of frames) hear(frame)
  for (const frame of stream.hello) say(frame)
  return { ...ear, say }
}

function textOf(frame: string | Uint8Array, framing: StreamCall['framing']): string {
  if (typeof frame === 'string') return frame
  return Buffer.from(framing === 'gzip' ? gunzipSync(frame) : frame).toString()
}

/** Venues answer a `ping` with a bare `pong`: no JSON, no message. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
