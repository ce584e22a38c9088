import type { Market } from '../../market/market.ts'
import type { Print } from '../../market/order.ts'
import type { Connection, ConnectionHandler } from '../simulated-venue.ts'
import { control } from './control.ts'
import { allMarketStreams, openChangedTapes } from './frames.ts'
import { tradeFrames } from './trade-frames.ts'
import type { BinanceSocket } from './binance-socket.ts'
import { publish } from './binance-socket.ts'

const pingEveryMs = 20_000
const pongWithinMs = 60_000
const maxAgeMs = 24 * 3_600_000
const messagesPerSecond = 5

/** The stream hosts: all sockets on one market. */
export interface Streams {
  connect(connection: Connection): ConnectionHandler | null
  step(prints: readonly Print[]): void
  shutdown(): void
}

/** Opens the streams. Data use market time; pings, limits and a socket's 24 hours use wall time. */
export function openStreams(market: Market, wall: () => number): Streams {
  const sockets = new Set<BinanceSocket>()
  const news = allMarketStreams.map((allMarket) => ({
    allMarket,
    changed: openChangedTapes(market, allMarket),
  }))
  let spoken = Math.floor(market.now / 1_000)
  const sayTickers = (): void => {
    const second = Math.floor(market.now / 1_000)
    if (second === spoken) return
    spoken = second
    for (const { allMarket, changed } of news) {
      const tapes = changed()
      const wanted = hasListener(sockets, allMarket.stream)
      if (wanted && tapes.length > 0)
        publish(
          sockets,
          allMarket.stream,
          tapes.map((tape) => allMarket.row(tape, market.now)),
        )
      for (const tape of tapes) {
        const stream = `${tape.instrument.symbol.toLowerCase()}@${allMarket.single}`
        if (hasListener(sockets, stream)) publish(sockets, stream, allMarket.row(tape, market.now))
      }
    }
  }
  return {
    connect(connection) {
      const socket = openSocket(connection, wall())
      if (!socket) return null
      sockets.add(socket)
      return serve(socket, wall, () => sockets.delete(socket))
    },
    step(prints) {
      for (const socket of sockets) keepAlive(socket, wall())
      for (const { stream, payload } of tradeFrames(prints, (stream) => hasListener(sockets, stream))) {
        publish(sockets, stream, payload)
      }
      sayTickers()
    },
    shutdown() {
      const event = { e: 'serverShutdown', E: market.now }
      for (const { connection, combined } of sockets) {
        connection.send(JSON.stringify(combined ? { stream: '!serverShutdown', data: event } : event))
        connection.close(1001, 'Server shutdown')
      }
    },
  }
}

const hasListener = (sockets: Iterable<BinanceSocket>, stream: string): boolean => {
  for (const socket of sockets) if (socket.streams.has(stream)) return true
  return false
}

function openSocket(connection: Connection, now: number): BinanceSocket | null {
  const combined = connection.path === '/stream'
  if (!combined && connection.path !== '/ws' && !connection.path.startsWith('/ws/')) return null
  const named = combined ? (connection.query.get('streams') ?? '') : connection.path.slice('/ws/'.length)
  const streams = new Set(named.split('/').filter(Boolean).map(decodeURIComponent))
  return { connection, streams, combined, openedAt: now, pingedAt: now, pongedAt: now }
}

function serve(socket: BinanceSocket, wall: () => number, closed: () => void): ConnectionHandler {
  let arrivals: number[] = []
  const counted = (): boolean => {
    const now = wall()
    arrivals = [...arrivals.filter((at) => now - at < 1_000), now]
    return arrivals.length <= messagesPerSecond
  }
  return {
    message(text) {
      if (counted()) control(socket, text)
      else socket.connection.close(1008, 'Too many requests')
    },
    pong() {
      socket.pongedAt = wall()
    },
    closed,
  }
}

function keepAlive(socket: BinanceSocket, now: number): void {
  if (now - socket.openedAt >= maxAgeMs) return socket.connection.close(1001, '24 hours')
  if (socket.pingedAt - socket.pongedAt >= pongWithinMs) return socket.connection.close(1008, 'Pong timeout')
  if (now - socket.pingedAt < pingEveryMs) return
  socket.pingedAt = now
  socket.connection.ping()
}
