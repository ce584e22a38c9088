import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import type { Wrongs } from './faults.ts'
import type { Line, Talk } from './venues/venue.ts'

/** The server's open WebSockets. */
export interface Sockets {
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void
  /** Cuts all of them, without a closing frame. */
  drop(): void
}

/** What is noted of each attempt. */
type Note = (host: string, path: string, kind: 'socket', status: number, weight: number) => void

/** Takes WebSocket upgrades and hands each to whoever plays its host. */
export function openSockets(wrongs: Wrongs, connect: (line: Line) => Talk | null, note: Note): Sockets {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  return {
    upgrade(request, stream, head) {
      const host = (request.headers.host ?? '').split(':')[0]?.toLowerCase() ?? ''
      const url = new URL(request.url ?? '/', 'https://host')
      const wire: { socket: WebSocket | null } = { socket: null }
      const line = lineOf(host, url, wire, wrongs)
      const refusing = wrongs.refusing
      const talk = refusing ? null : connect(line)
      note(host, url.pathname + url.search, 'socket', talk ? 101 : refusing ? 503 : 404, 0)
      if (!talk) {
        stream.end(
          `HTTP/1.1 ${refusing ? '503 Service Unavailable' : '404 Not Found'}\r\ncontent-length: 0\r\n\r\n`,
        )
        return
      }
      stream.once('close', () => talk.closed())
      server.handleUpgrade(request, stream, head, (socket) => {
        wire.socket = socket
        socket.on('message', (data: Buffer) => talk.message(data.toString()))
        socket.on('pong', () => talk.pong())
        // A client that vanishes is ordinary; `close` follows.
        socket.on('error', () => undefined)
      })
    },
    drop() {
      for (const socket of server.clients) socket.terminate()
    },
  }
}

function lineOf(host: string, url: URL, wire: { readonly socket: WebSocket | null }, wrongs: Wrongs): Line {
  return {
    host,
    path: url.pathname,
    query: url.searchParams,
    send(text) {
      if (!wrongs.silent) wire.socket?.send(text)
    },
    ping: () => wire.socket?.ping(),
    close: (code, reason) => wire.socket?.close(code, reason),
  }
}
