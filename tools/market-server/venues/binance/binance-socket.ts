import type { Connection } from '../simulated-venue.ts'

/** One client's socket: its subscriptions and how its payloads are wrapped. */
export interface BinanceSocket {
  readonly connection: Connection
  readonly streams: Set<string>
  /** `{"stream","data"}` around every payload. */
  combined: boolean
  readonly openedAt: number
  pingedAt: number
  pongedAt: number
}

/** Sends a payload to all subscribers of a stream: serialised once. */
export function publish(sockets: Iterable<BinanceSocket>, stream: string, payload: unknown): void {
  let raw: string | null = null
  for (const socket of sockets) {
    if (!socket.streams.has(stream)) continue
    raw ??= JSON.stringify(payload)
    socket.connection.send(socket.combined ? `{"stream":${JSON.stringify(stream)},"data":${raw}}` : raw)
  }
}
