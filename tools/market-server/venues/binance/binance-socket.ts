import type { Connection } from '../simulated-venue.ts'

/** One client's socket: what it listens to and how its payloads are wrapped. */
export interface BinanceSocket {
  readonly connection: Connection
  readonly streams: Set<string>
  /** `{"stream","data"}` around every payload. */
  combined: boolean
  readonly openedAt: number
  pingedAt: number
  pongedAt: number
}

/** A payload on its way to everybody who listens to a stream: stringified once. */
export function publish(sockets: Iterable<BinanceSocket>, stream: string, payload: unknown): void {
  let raw: string | null = null
  for (const socket of sockets) {
    if (!socket.streams.has(stream)) continue
    raw ??= JSON.stringify(payload)
    socket.connection.send(socket.combined ? `{"stream":${JSON.stringify(stream)},"data":${raw}}` : raw)
  }
}
