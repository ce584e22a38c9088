import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import type { ActiveFaults } from './faults.ts'
import { faultyFrame } from './reply.ts'
import type { VenueServer, Connection } from './venues/simulated-venue.ts'

/** The server's open WebSockets. */
export interface Sockets {
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void
  /** Cuts all of them, or those of one venue, without a closing frame. */
  drop(venue?: string): void
}

/** Who plays a host. */
export interface SimulatedHost {
  readonly venue: string
  readonly venueServer: VenueServer
}

/** What is noted of each attempt. */
type LogRequest = (host: string, path: string, kind: 'socket', status: number, weight: number) => void

/** Takes WebSocket upgrades and hands each to whoever plays its host. */
export function openSockets(
  active: ActiveFaults,
  hosts: ReadonlyMap<string, SimulatedHost>,
  note: LogRequest,
): Sockets {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const venueOf = new WeakMap<WebSocket, string>()
  return {
    upgrade(request, stream, head) {
      const name = (request.headers.host ?? '').split(':')[0]?.toLowerCase() ?? ''
      const host = hosts.get(name)
      const url = new URL(request.url ?? '/', 'https://host')
      const wire: PendingSocket = { socket: null, queued: [] }
      const refused = refusalOf(active, host?.venue) ?? host?.venueServer.refuses?.(name) ?? null
      const handler =
        refused || !host ? null : host.venueServer.connect(connectionOf(name, url, wire, active, host))
      const status = handler ? 101 : (refused ?? 404)
      note(name, url.pathname + url.search, 'socket', status, 0)
      if (!host || !handler) return void stream.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 0\r\n\r\n`)
      stream.once('close', () => handler.closed())
      server.handleUpgrade(request, stream, head, (socket) => {
        wire.socket = socket
        for (const frame of wire.queued.splice(0)) socket.send(frame)
        venueOf.set(socket, host.venue)
        // A binary frame is the same bytes.
        socket.on('message', (data: Buffer) => handler.message(data.toString()))
        socket.on('pong', () => handler.pong())
        // A client that vanishes is ordinary; `close` follows.
        socket.on('error', () => undefined)
      })
    },
    drop(venue) {
      for (const socket of server.clients)
        if (venue === undefined || venueOf.get(socket) === venue) socket.terminate()
    },
  }
}

/** The socket behind a line, once the upgrade is through, and what the venue said before that. */
interface PendingSocket {
  socket: WebSocket | null
  readonly queued: (string | Uint8Array)[]
}

/** The HTTP status that new sockets of a venue get now; null where they are let in. */
function refusalOf(active: ActiveFaults, venue: string | undefined): number | null {
  const fault = active.venues.get(venue ?? '')
  return active.refusing ? 503 : fault?.kind === 'status' ? fault.status : null
}

function connectionOf(
  name: string,
  url: URL,
  wire: Readonly<PendingSocket>,
  active: ActiveFaults,
  { venue, venueServer }: SimulatedHost,
): Connection {
  return {
    host: name,
    path: url.pathname,
    query: url.searchParams,
    send(frame) {
      if (active.silent) return
      const fault = active.venues.get(venue)
      const said = fault ? faultyFrame(frame, fault, venueServer) : frame
      if (said === null) return
      if (wire.socket) wire.socket.send(said)
      else wire.queued.push(said)
    },
    ping: () => wire.socket?.ping(),
    close(code, reason) {
      // 1006 says that there was no closing frame: nobody can send it.
      if (code === 1006) wire.socket?.terminate()
      else wire.socket?.close(code, reason)
    },
  }
}
