import { gunzipSync, gzipSync } from 'node:zlib'
import { readMexcPush } from '../../../src/background/sockets/mexc-push.ts'
import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { ReadKind } from '../../../src/exchanges/feeds/rest-call.ts'
import type { Frame } from './line.ts'

/** The JSON that a frame carries, and how to make a frame of other JSON. */
interface Envelope {
  readonly json: string
  wrap(json: string): Frame
}

/** Null for a frame without JSON, such as protobuf or the packets of Socket.IO itself. */
function envelopeOf(frame: Frame): Envelope | null {
  if (typeof frame === 'string') {
    const [, head = '', json] = /^(\d*)([[{].*)$/s.exec(frame) ?? []
    return json === undefined ? null : { json, wrap: (other) => head + other }
  }
  if (frame[0] === 0x1f && frame[1] === 0x8b)
    return { json: gunzipSync(frame).toString(), wrap: (json) => gzipSync(json) }
  const json = Buffer.from(frame).toString()
  return /^[[{]/.test(json) ? { json, wrap: (other) => Buffer.from(other) } : null
}

/** What a frame of this exchange holds; null: no data. */
export function kindOfFrame(exchange: Exchange, frame: Frame): ReadKind | null {
  const envelope = envelopeOf(frame)
  if (envelope) return exchange.kindOf(JSON.parse(envelope.json))
  return typeof frame === 'string' ? null : exchange.kindOf(readMexcPush(Uint8Array.from(frame).buffer))
}

/** The JSON text of a frame; null for one without. */
export const frameJson = (frame: Frame): string | null => envelopeOf(frame)?.json ?? null

/** The frame with its JSON text changed; a frame without JSON stays as it is. */
export function editFrame(frame: Frame, edit: (json: string) => string): Frame {
  const envelope = envelopeOf(frame)
  return envelope ? envelope.wrap(edit(envelope.json)) : frame
}
