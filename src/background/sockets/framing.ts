import type { StreamCall } from '../../exchanges/feeds/stream-call.ts'
import { readPush } from './mexc-push.ts'

/** What a frame brought. */
export type Heard =
  | { readonly kind: 'message'; readonly message: unknown }
  /** The line may be spoken on from now. */
  | { readonly kind: 'ready' }
  /** To be said at once, as it stands. */
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'nothing' }
  /** The venue closes the line by its own words. */
  | { readonly kind: 'gone' }

/** How a venue's frames carry their JSON. */
export interface Framing {
  /** Whether the line may be spoken on as soon as it is open. */
  readonly readyAtOnce: boolean
  /** A frame of ours as the venue wants it. */
  wrap(frame: unknown): string
  /** Throws, or rejects, on what is no frame of this kind. */
  take(data: string | ArrayBuffer): Heard | Promise<Heard>
}

const nothing: Heard = { kind: 'nothing' }

/** Text is said as it is (`ping`), anything else as JSON. */
const wrap = (frame: unknown) => (typeof frame === 'string' ? frame : JSON.stringify(frame))

/** JSON in text or, as several venues send it, in the bytes of text. The answer to a text ping is a bare word. */
function inText(data: string | ArrayBuffer): Heard {
  const text = typeof data === 'string' ? data : new TextDecoder().decode(data)
  return /^pong$/i.test(text) ? nothing : { kind: 'message', message: JSON.parse(text) as unknown }
}

const plain: Framing = { readyAtOnce: true, wrap, take: inText }

const gzip: Framing = {
  ...plain,
  async take(data) {
    if (typeof data === 'string') return inText(data)
    const unpacked = new Blob([data]).stream().pipeThrough(new DecompressionStream('gzip'))
    return inText(await new Response(unpacked).text())
  },
}

/** Socket.IO over Engine.IO, protocol 4: https://socket.io/docs/v4/engine-io-protocol/ */
const socketIo: Framing = {
  readyAtOnce: false,
  wrap: (frame) => `42${JSON.stringify(frame)}`,
  take(packet) {
    if (typeof packet !== 'string') throw new Error('no Socket.IO packet')
    if (packet.startsWith('42')) return { kind: 'message', message: JSON.parse(packet.slice(2)) as unknown }
    if (packet.startsWith('40')) return { kind: 'ready' }
    if (packet.startsWith('41') || packet.startsWith('44') || packet.startsWith('1')) return { kind: 'gone' }
    if (packet.startsWith('0')) return { kind: 'say', text: '40' }
    if (packet === '2') return { kind: 'say', text: '3' }
    if (packet === '6') return nothing
    throw new Error('no Socket.IO packet')
  },
}

/** Data are binary, acknowledgements JSON in text. */
const protobuf: Framing = {
  ...plain,
  take: (data) => (typeof data === 'string' ? inText(data) : { kind: 'message', message: readPush(data) }),
}

/** The framing a stream asks for. */
export function framingOf({ framing }: StreamCall): Framing {
  return framing === undefined ? plain : { gzip, 'socket.io': socketIo, protobuf }[framing]
}
