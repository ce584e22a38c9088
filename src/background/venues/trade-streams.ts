import type { Exchange } from '../../exchanges/exchange.ts'
import { read, rowsOf } from '../../exchanges/validate/read.ts'
import { oldestFirst } from '../../market/oldest-first.ts'
import type { Trade } from '../../market/trade.ts'
import { createAddress } from '../sockets/stream-url.ts'
import { type BackfillHears, createBackfills } from './backfills.ts'
import type { Calls } from '../requests/request-queue.ts'
import { openSocket, type Socket } from '../sockets/socket.ts'
import { createTradeLine } from './subscriptions.ts'

/** The trade streams of the followed pairs of one venue: the confirm stage's ears. */
export interface Tapes {
  /** Makes the followed pairs these, most wanted first; to be called often. `now` is wall clock, ms. */
  want(symbols: readonly string[], now: number): void
  close(): void
}

interface Hears extends BackfillHears {
  onTrades(symbol: string, trades: readonly Trade[]): void
  /** The pair's trades come from now on, anew or for the first time; those before are asked for. */
  onMissed(symbol: string): void
  /** No more trades of this pair will come. */
  onLeft(symbol: string): void
}

/** The socket is closed after so long (ms) without a wish. */
const idleMs = 120_000
/** Venues count what a client says; wishes are gathered for so long (ms). */
const pauseMs = 500

export function openTapes(exchange: Exchange, calls: Calls, hears: Hears): Tapes {
  const feed = exchange.trades
  const address = createAddress(feed.stream, calls)
  const backfills = createBackfills(exchange, calls, hears)
  const heard = new Set<string>()
  let socket: Socket | null = null
  const line = createTradeLine(feed, (frame) => socket?.send(frame))
  let wantedAt = 0
  let saidAt = 0

  function hear(message: unknown): void {
    if (exchange.kindOf(message) !== 'ws.trades' || feed.isSnapshot?.(message)) return
    const reading = read(exchange, 'ws.trades', message, Date.now())
    hears.onDropped(reading.dropped)
    for (const trade of oldestFirst(rowsOf(reading, 'trade'))) {
      const symbol = line.symbolOf(trade.symbol ?? '')
      if (heard.has(symbol)) hears.onTrades(symbol, [trade])
    }
  }

  function begin(symbol: string): void {
    hears.onMissed(symbol)
    backfills.want(symbol)
  }

  const connect = () =>
    openSocket(
      feed.stream,
      {
        address: () => address.ask(),
        onReady() {
          address.opened(Date.now())
          line.reset()
          // After a break of the line the trades in between are back-filled again.
          for (const symbol of heard) begin(symbol)
          if (heard.size > 0) line.want([...heard])
        },
        onMessage: hear,
        onNoise: () => hears.onDropped(1),
      },
      feed.limits?.minGapMs,
    )

  function change(wanted: ReadonlySet<string>, now: number): void {
    const joined = [...wanted].filter((symbol) => !heard.has(symbol))
    const left = [...heard].filter((symbol) => !wanted.has(symbol))
    if ((joined.length === 0 && left.length === 0) || now - saidAt < pauseMs) return
    saidAt = now
    for (const symbol of joined) heard.add(symbol)
    for (const symbol of left) {
      heard.delete(symbol)
      backfills.drop(symbol)
      hears.onLeft(symbol)
    }
    // A socket that is not open yet subscribes to all of them when it opens.
    if (!socket?.ready) return
    for (const symbol of joined) begin(symbol)
    line.want([...heard])
  }

  return {
    want(symbols, now) {
      const wanted = symbols.slice(0, feed.limits?.maxPairs)
      if (wanted.length > 0) wantedAt = now
      if (wanted.length > 0) socket ??= connect()
      change(new Set(wanted), now)
      address.beat(now)
      socket?.beat(now)
      if (socket && now - wantedAt > idleMs) {
        socket.close()
        socket = null
        line.reset()
      }
      backfills.beat(heard, now)
    },
    close: () => socket?.close(),
  }
}
