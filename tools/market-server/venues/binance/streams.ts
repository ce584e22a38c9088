import type { Market } from '../../market/market.ts'
import type { Print } from '../../market/order.ts'
import type { Line, Talk } from '../venue.ts'
import { control } from './control.ts'
import { boards, openChanges } from './frames.ts'
import { tradeFrames } from './trade-frames.ts'
import type { Socket } from './wire.ts'
import { publish } from './wire.ts'

const PING_MS = 20_000
const PONG_MS = 60_000
const LIFE_MS = 24 * 3_600_000
const MESSAGES_A_SECOND = 5

/** The stream hosts: everybody's sockets on one market. */
export interface Streams {
  connect(line: Line): Talk | null
  step(prints: readonly Print[]): void
  goodbye(): void
}

/** Opens the streams. Data are on market time; pings, limits and a socket's 24 hours on wall time. */
export function openStreams(market: Market, wall: () => number): Streams {
  const sockets = new Set<Socket>()
  const news = boards.map((board) => ({ board, changed: openChanges(market, board) }))
  let spoken = Math.floor(market.now / 1_000)
  const sayTickers = (): void => {
    const second = Math.floor(market.now / 1_000)
    if (second === spoken) return
    spoken = second
    for (const { board, changed } of news) {
      const tapes = changed()
      const wanted = listened(sockets, board.stream)
      if (wanted && tapes.length > 0)
        publish(
          sockets,
          board.stream,
          tapes.map((tape) => board.row(tape, market.now)),
        )
      for (const tape of tapes) {
        const stream = `${tape.instrument.symbol.toLowerCase()}@${board.single}`
        if (listened(sockets, stream)) publish(sockets, stream, board.row(tape, market.now))
      }
    }
  }
  return {
    connect(line) {
      const socket = openSocket(line, wall())
      if (!socket) return null
      sockets.add(socket)
      return talk(socket, wall, () => sockets.delete(socket))
    },
    step(prints) {
      for (const socket of sockets) care(socket, wall())
      for (const { stream, payload } of tradeFrames(prints, (stream) => listened(sockets, stream))) {
        publish(sockets, stream, payload)
      }
      sayTickers()
    },
    goodbye() {
      const event = { e: 'serverShutdown', E: market.now }
      for (const { line, combined } of sockets) {
        line.send(JSON.stringify(combined ? { stream: '', data: event } : event))
        line.close(1001, 'Server shutdown')
      }
    },
  }
}

const listened = (sockets: Iterable<Socket>, stream: string): boolean => {
  for (const socket of sockets) if (socket.streams.has(stream)) return true
  return false
}

function openSocket(line: Line, now: number): Socket | null {
  const combined = line.path === '/stream'
  if (!combined && line.path !== '/ws' && !line.path.startsWith('/ws/')) return null
  const named = combined ? (line.query.get('streams') ?? '') : line.path.slice('/ws/'.length)
  const streams = new Set(named.split('/').filter(Boolean).map(decodeURIComponent))
  return { line, streams, combined, openedAt: now, pingedAt: now, pongedAt: now }
}

function talk(socket: Socket, wall: () => number, closed: () => void): Talk {
  let arrivals: number[] = []
  const counted = (): boolean => {
    const now = wall()
    arrivals = [...arrivals.filter((at) => now - at < 1_000), now]
    return arrivals.length <= MESSAGES_A_SECOND
  }
  return {
    message(text) {
      if (counted()) control(socket, text)
      else socket.line.close(1008, 'Too many requests')
    },
    pong() {
      socket.pongedAt = wall()
    },
    closed,
  }
}

function care(socket: Socket, now: number): void {
  if (now - socket.openedAt >= LIFE_MS) return socket.line.close(1001, '24 hours')
  if (socket.pingedAt - socket.pongedAt >= PONG_MS) return socket.line.close(1008, 'Pong timeout')
  if (now - socket.pingedAt < PING_MS) return
  socket.pingedAt = now
  socket.line.ping()
}
