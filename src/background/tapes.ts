import type { Exchange } from '../exchanges/exchange.ts'
import { read, rowsOf } from '../exchanges/read.ts'
import type { Candle } from '../market/row.ts'
import type { Trade } from '../market/trade.ts'
import { createAddress } from './address.ts'
import type { Calls } from './calls.ts'
import { rowsIn } from './market-calls.ts'
import { openSocket, type Socket } from './socket.ts'
import { createTradeLine } from './trade-line.ts'

/** The trade streams of the followed pairs of one venue: the confirm stage's ears. */
export interface Tapes {
  /** Makes the followed pairs these, most wanted first; to be called often. `now` is wall clock, ms. */
  want(symbols: readonly string[], now: number): void
  close(): void
}

interface Hears {
  onBackfill(symbol: string, trades: readonly Trade[]): void
  onTrades(symbol: string, trades: readonly Trade[]): void
  /** Whether the pair's past is worth a request. */
  wantsHistory(symbol: string): boolean
  onHistory(symbol: string, candles: readonly Candle[]): void
  /** No more trades of this pair will come. */
  onLeft(symbol: string): void
  onDropped(rows: number): void
}

/** The socket is closed after so long (ms) without a wish. */
const idleMs = 120_000
/** Venues count what a client says; wishes are gathered for so long (ms). */
const pauseMs = 500
/** A back-fill that failed is asked again after so long (ms). */
const againMs = 5000
/** The past of a young pair is asked for no more often than this (ms): a new listing has none to give. */
const recallMs = 600_000

export function openTapes(exchange: Exchange, calls: Calls, hears: Hears): Tapes {
  const feed = exchange.trades
  const address = createAddress(feed.stream, calls)
  const heard = new Set<string>()
  /** Pairs whose back-fill is due, and from when (wall clock, ms). */
  const unfilled = new Map<string, number>()
  /** When a pair's past may be asked for again (wall clock, ms). */
  const recalled = new Map<string, number>()
  let socket: Socket | null = null
  const line = createTradeLine(feed, (frame) => socket?.send(frame))
  let wantedAt = 0
  let saidAt = 0

  function fill(symbol: string, now: number): boolean {
    return calls.once(feed.backfill(symbol), now, (answer) => {
      if (!heard.has(symbol)) return
      // Without an answer it is asked again; the stream goes on meanwhile.
      if (answer === null) return void unfilled.set(symbol, Date.now() + againMs)
      const trades = rowsIn(exchange, answer, 'trade', hears.onDropped)
      hears.onBackfill(
        symbol,
        [...trades].sort((a, b) => a.at - b.at),
      )
    })
  }

  /** A pair's past comes before its trades: it says what they are measured against. */
  function recall(symbol: string, now: number): void {
    const call = feed.history(symbol)
    if (!call || now < (recalled.get(symbol) ?? 0) || !hears.wantsHistory(symbol)) return
    recalled.set(symbol, now + recallMs)
    calls.once(call, now, (answer) => {
      if (answer) hears.onHistory(symbol, rowsIn(exchange, answer, 'candle', hears.onDropped))
    })
  }

  function hear(message: unknown): void {
    if (exchange.kindOf(message) !== 'ws.trades') return
    const reading = read(exchange, 'ws.trades', message, Date.now())
    hears.onDropped(reading.dropped)
    for (const trade of rowsOf(reading, 'trade')) {
      const symbol = line.symbolOf(trade.symbol ?? '')
      if (heard.has(symbol)) hears.onTrades(symbol, [trade])
    }
  }

  const connect = () =>
    openSocket(
      feed.stream,
      {
        address: () => address.ask(),
        onReady() {
          line.reset()
          // After a break of the line the trades in between are back-filled again.
          for (const symbol of heard) unfilled.set(symbol, 0)
          if (heard.size > 0) line.want([...heard])
        },
        onMessage: hear,
        onNoise: () => hears.onDropped(1),
      },
      feed.paceMs,
    )

  function change(wanted: ReadonlySet<string>, now: number): void {
    const joined = [...wanted].filter((symbol) => !heard.has(symbol))
    const left = [...heard].filter((symbol) => !wanted.has(symbol))
    if ((joined.length === 0 && left.length === 0) || now - saidAt < pauseMs) return
    saidAt = now
    for (const symbol of joined) heard.add(symbol)
    for (const symbol of left) {
      heard.delete(symbol)
      unfilled.delete(symbol)
      hears.onLeft(symbol)
    }
    // A socket that is not open yet subscribes to all of them when it opens.
    if (!socket?.ready) return
    for (const symbol of joined) unfilled.set(symbol, 0)
    line.want([...heard])
  }

  return {
    want(symbols, now) {
      const wanted = symbols.slice(0, feed.most)
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
      for (const symbol of heard) recall(symbol, now)
      for (const [symbol, dueAt] of unfilled) {
        if (now < dueAt) continue
        if (!fill(symbol, now)) break
        unfilled.delete(symbol)
      }
    },
    close: () => socket?.close(),
  }
}
