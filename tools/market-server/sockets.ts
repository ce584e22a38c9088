import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import type { Wrongs } from './faults.ts'
import { spoil } from './reply.ts'
import type { Desk, Line } from './venues/venue.ts'

/** The server's open WebSockets. */
export interface Sockets {
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void
  /** Cuts all of them, or those of one venue, without a closing frame. */
  drop(venue?: string): void
}

/** Who plays a host. */
export interface Host {
  readonly venue: string
  readonly desk: Desk
}

/** What is noted of each attempt. */
type Note = (host: string, path: string, kind: 'socket', status: number, weight: number) => void

/** Takes WebSocket upgrades and hands each to whoever plays its host. */
export function openSockets(wrongs: Wrongs, hosts: ReadonlyMap<string, Host>, note: Note): Sockets {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const venueOf = new WeakMap<WebSocket, string>()
  return {
    upgrade(request, stream, head) {
      const name = (request.headers.host ?? '').split(':')[0]?.toLowerCase() ?? ''
      const host = hosts.get(name)
      const url = new URL(request.url ?? '/', 'https://host')
      const wire: Wire = { socket: null, early: [] }
      const refused = refusalOf(wrongs, host?.venue) ?? host?.desk.refuses?.(name) ?? null
      const talk = refused || !host ? null : host.desk.connect(lineOf(name, url, wire, wrongs, host))
      const status = talk ? 101 : (refused ?? 404)
      note(name, url.pathname + url.search, 'socket', status, 0)
      if (!host || !talk) return void stream.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 0\r\n\r\n`)
      stream.once('close', () => talk.closed())
      server.handleUpgrade(request, stream, head, (socket) => {
        wire.socket = socket
        for (const frame of wire.early.splice(0)) socket.send(frame)
        venueOf.set(socket, host.venue)
        // A binary frame is the same bytes.
        socket.on('message', (data: Buffer) => talk.message(data.toString()))
        socket.on('pong', () => talk.pong())
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
interface Wire {
  socket: WebSocket | null
  readonly early: (string | Uint8Array)[]
}

/** The HTTP status that new sockets of a venue get now; null where they are let in. */
function refusalOf(wrongs: Wrongs, venue: string | undefined): number | null {
  const fault = wrongs.venues.get(venue ?? '')
  return wrongs.refusing ? 503 : fault?.kind === 'status' ? fault.status : null
}

function lineOf(name: string, url: URL, wire: Readonly<Wire>, wrongs: Wrongs, { venue, desk }: Host): Line {
  return {
    host: name,
    path: url.pathname,
    query: url.searchParams,
    send(frame) {
      if (wrongs.silent) return
      const fault = wrongs.venues.get(venue)
      const said = fault ? spoil(frame, fault, desk) : frame
      if (said === null) return
      if (wire.socket) wire.socket.send(said)
      else wire.early.push(said)
    },
    ping: () => wire.socket?.ping(),
    close(code, reason) {
      // 1006 says that there was no closing frame: nobody can send it.
      if (code === 1006) wire.socket?.terminate()
      else wire.socket?.close(code, reason)
    },
  }
}
