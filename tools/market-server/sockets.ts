import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import type { ActiveFaults } from './faults.ts'
import { faultyFrame } from './reply.ts'
import type { Connection, SimulatedVenue, VenueServer } from './venues/simulated-venue.ts'
import { servingVenue } from './venues/simulated-venue.ts'

/** The server's open WebSockets. */
export interface Sockets {
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void
  /** Drops all of them, or those of one venue, without a closing frame. */
  drop(venue?: string): void
}

/** The venue that simulates some hosts. */
export interface SimulatedHosts extends Pick<SimulatedVenue, 'hosts' | 'serves'> {
  readonly venue: string
  readonly venueServer: VenueServer
}

/** Logs a connection attempt. */
type LogRequest = (host: string, path: string, kind: 'socket', status: number, weight: number) => void

/** Accepts WebSocket upgrades and hands each to the venue of its host. */
export function openSockets(
  active: ActiveFaults,
  simulated: readonly SimulatedHosts[],
  logRequest: LogRequest,
): Sockets {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const venueOf = new WeakMap<WebSocket, string>()
  return {
    upgrade(request, stream, head) {
      const name = (request.headers.host ?? '').split(':')[0]?.toLowerCase() ?? ''
      const url = new URL(request.url ?? '/', 'https://host')
      const host = servingVenue(simulated, { host: name, path: url.pathname, query: url.searchParams })
      const wire: PendingSocket = { socket: null, queued: [] }
      const refused = refusalOf(active, host?.venue) ?? host?.venueServer.refuses?.(name) ?? null
      const handler =
        refused || !host ? null : host.venueServer.connect(connectionOf(name, url, wire, active, host))
      const status = handler ? 101 : (refused ?? 404)
      logRequest(name, url.pathname + url.search, 'socket', status, 0)
      if (!host || !handler) return void stream.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 0\r\n\r\n`)
      stream.once('close', () => handler.closed())
      server.handleUpgrade(request, stream, head, (socket) => {
        wire.socket = socket
        for (const frame of wire.queued.splice(0)) socket.send(frame)
        venueOf.set(socket, host.venue)
        // A binary frame is decoded as UTF-8 too.
        socket.on('message', (data: Buffer) => handler.message(data.toString()))
        socket.on('pong', () => handler.pong())
        // A client that disconnects is ordinary; `close` follows.
        socket.on('error', () => undefined)
      })
    },
    drop(venue) {
      for (const socket of server.clients)
        if (venue === undefined || venueOf.get(socket) === venue) socket.terminate()
    },
  }
}

/** The socket of a connection once the upgrade is done, and the frames the venue sent before that. */
interface PendingSocket {
  socket: WebSocket | null
  readonly queued: (string | Uint8Array)[]
}

/** The HTTP status that new sockets of a venue get now; null where they are accepted. */
function refusalOf(active: ActiveFaults, venue: string | undefined): number | null {
  const fault = active.venues.get(venue ?? '')
  return active.refusing ? 503 : fault?.kind === 'status' ? fault.status : null
}

function connectionOf(
  name: string,
  url: URL,
  wire: Readonly<PendingSocket>,
  active: ActiveFaults,
  { venue, venueServer }: SimulatedHosts,
): Connection {
  return {
    host: name,
    path: url.pathname,
    query: url.searchParams,
    send(frame) {
      if (active.silent) return
      const fault = active.venues.get(venue)
      const outgoing = fault ? faultyFrame(frame, fault, venueServer) : frame
      if (outgoing === null) return
      if (wire.socket) wire.socket.send(outgoing)
      else wire.queued.push(outgoing)
    },
    ping: () => wire.socket?.ping(),
    close(code, reason) {
      // 1006 means that no closing frame was received: it cannot be sent.
      if (code === 1006) wire.socket?.terminate()
      else wire.socket?.close(code, reason)
    },
  }
}
