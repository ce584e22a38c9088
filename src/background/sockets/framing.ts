import type { StreamCall } from '../../exchanges/feeds/stream-call.ts'
import { readText } from '../requests/read-text.ts'
import { readMexcPush } from './mexc-push.ts'

/** The content of a frame. */
export type DecodedFrame =
  | { readonly kind: 'message'; readonly message: unknown }
  /** Frames can be sent from now on. */
  | { readonly kind: 'ready' }
  /** `text` must be sent at once, as it is. */
  | { readonly kind: 'reply'; readonly text: string }
  | { readonly kind: 'ignored' }
  /** The venue announces that it closes the connection. */
  | { readonly kind: 'closing' }

/** How a venue's frames carry JSON. */
export interface Framing {
  /** Whether frames can be sent as soon as the socket is open. */
  readonly readyOnOpen: boolean
  /** The server sends a frame at least this often, ms; absent: only what is subscribed to. */
  readonly serverEveryMs?: number
  /** The text of a frame to send. */
  encode(frame: unknown): string
  /** Throws, or rejects, on anything but a frame of this kind. */
  decode(data: string | ArrayBuffer): DecodedFrame | Promise<DecodedFrame>
}

const ignored: DecodedFrame = { kind: 'ignored' }

/** Strings are sent as they are (`ping`), anything else as JSON. */
const encode = (frame: unknown) => (typeof frame === 'string' ? frame : JSON.stringify(frame))

/** JSON as text or, as several venues send it, as UTF-8 bytes. The answer to a text ping is plain `pong`. */
function decodeText(data: string | ArrayBuffer): DecodedFrame {
  const text = typeof data === 'string' ? data : new TextDecoder().decode(data)
  return /^pong$/i.test(text) ? ignored : { kind: 'message', message: JSON.parse(text) as unknown }
}

const plain: Framing = { readyOnOpen: true, encode, decode: decodeText }

/** The stream unpacks each piece whole before it asks for the next: a piece unpacks to 17 MB at most. */
const packedPieceBytes = 16 * 1024

/** Packed bytes in small pieces, each made when it is asked for. */
function packedPieces(data: ArrayBuffer): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0
  return new ReadableStream(
    {
      pull(stream) {
        if (at < data.byteLength)
          stream.enqueue(new Uint8Array(data, at, Math.min(packedPieceBytes, data.byteLength - at)))
        at += packedPieceBytes
        if (at >= data.byteLength) stream.close()
      },
    },
    { highWaterMark: 0 },
  )
}

const gzip: Framing = {
  ...plain,
  async decode(data) {
    if (typeof data === 'string') return decodeText(data)
    return decodeText(await readText(packedPieces(data).pipeThrough(new DecompressionStream('gzip'))))
  },
}

/** Socket.IO over Engine.IO, protocol 4: https://socket.io/docs/v4/engine-io-protocol/ */
const socketIo: Framing = {
  readyOnOpen: false,
  // The server's default ping interval, https://socket.io/docs/v4/server-options/#pinginterval
  serverEveryMs: 25_000,
  encode: (frame) => `42${JSON.stringify(frame)}`,
  decode(packet) {
    if (typeof packet !== 'string') throw new Error('no Socket.IO packet')
    if (packet.startsWith('42')) return { kind: 'message', message: JSON.parse(packet.slice(2)) as unknown }
    if (packet.startsWith('40')) return { kind: 'ready' }
    if (packet.startsWith('41') || packet.startsWith('44') || packet.startsWith('1'))
      return { kind: 'closing' }
    if (packet.startsWith('0')) return { kind: 'reply', text: '40' }
    if (packet === '2') return { kind: 'reply', text: '3' }
    if (packet === '6') return ignored
    throw new Error('no Socket.IO packet')
  },
}

/** Data are binary; acknowledgements are JSON text. */
const protobuf: Framing = {
  ...plain,
  decode: (data) =>
    typeof data === 'string' ? decodeText(data) : { kind: 'message', message: readMexcPush(data) },
}

/** The framing of a stream. */
export function framingOf({ framing }: StreamCall): Framing {
  return framing === undefined ? plain : { gzip, 'socket.io': socketIo, protobuf }[framing]
}
