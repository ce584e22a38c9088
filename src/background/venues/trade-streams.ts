import type { Exchange } from '../../exchanges/exchange.ts'
import { read, rowsOf } from '../../exchanges/validate/read.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import { oldestFirst } from '../../market/oldest-first.ts'
import type { Trade } from '../../market/trade.ts'
import type { RequestQueue } from '../requests/request-queue.ts'
import { openSocket, type Socket } from '../sockets/socket.ts'
import { createStreamUrl } from '../sockets/stream-url.ts'
import { type BackfillHandlers, createBackfills } from './backfills.ts'
import { createSubscriptions } from './subscriptions.ts'

/** The trade streams of one venue's followed pairs, for the confirm stage. */
export interface TradeStreams {
  /**
   * Follows these pairs and no others, the most wanted first; called at least once a
   * second. `now`: wall clock, ms.
   */
  follow(symbols: readonly string[], now: number): void
  close(): void
}

interface TradeHandlers extends BackfillHandlers {
  onTrades(symbol: string, trades: readonly Trade[]): void
  /** The pair's trades arrive from now on, for the first time or again; earlier ones are being back-filled. */
  onMissed(symbol: string): void
  /** No more trades of this pair will arrive. */
  onUnfollowed(symbol: string): void
}

/** The socket is closed after so long (ms) without a followed pair. */
const maxIdleMs = 120_000
/** Minimum time between two changes of the followed pairs, ms: venues limit the frames that a client sends. */
const minChangeGapMs = 500

export function openTradeStreams(
  exchange: Exchange,
  requests: RequestQueue,
  handlers: TradeHandlers,
): TradeStreams {
  const feed = exchange.trades
  const url = createStreamUrl(feed.stream, requests)
  const backfills = createBackfills(exchange, requests, handlers)
  const followed = new Set<string>()
  let socket: Socket | null = null
  const subscriptions = createSubscriptions(feed, (frame) => socket?.send(frame))
  let wantedAt = 0
  let changedAt = 0

  function receive(message: unknown): void {
    if (exchange.kindOf(message) !== 'ws.trades' || feed.isSnapshot?.(message)) return
    const reading = read(exchange, 'ws.trades', message, Date.now())
    handlers.onDropped(reading.dropped)
    for (const trade of oldestFirst(rowsOf(reading, 'trade'))) {
      const symbol = subscriptions.symbolOf(trade.symbol ?? '')
      if (followed.has(symbol)) handlers.onTrades(symbol, [trade])
    }
  }

  function begin(symbol: string): void {
    handlers.onMissed(symbol)
    backfills.request(symbol)
  }

  const connect = () =>
    openSocket(
      feed.stream,
      {
        url: () => url.resolve(),
        onReady() {
          url.markOpened(Date.now())
          subscriptions.reset()
          // The trades missed while the connection was broken are back-filled.
          for (const symbol of followed) begin(symbol)
          if (followed.size > 0) subscriptions.set([...followed])
        },
        onMessage: receive,
        onUnreadable: () => handlers.onDropped(1),
      },
      feed.limits?.minGapMs,
    )

  function change(wanted: ReadonlySet<string>, now: number): void {
    const added = [...wanted].filter((symbol) => !followed.has(symbol))
    const removed = [...followed].filter((symbol) => !wanted.has(symbol))
    if ((added.length === 0 && removed.length === 0) || elapsedMs(changedAt, now) < minChangeGapMs) return
    changedAt = now
    for (const symbol of added) followed.add(symbol)
    for (const symbol of removed) {
      followed.delete(symbol)
      backfills.cancel(symbol)
      handlers.onUnfollowed(symbol)
    }
    // A socket that is not open yet subscribes to all of them once it is.
    if (!socket?.ready) return
    for (const symbol of added) begin(symbol)
    subscriptions.set([...followed])
  }

  return {
    follow(symbols, now) {
      const wanted = symbols.slice(0, feed.limits?.maxPairs)
      if (wanted.length > 0) wantedAt = now
      if (wanted.length > 0) socket ??= connect()
      change(new Set(wanted), now)
      url.tick(now)
      socket?.tick(now)
      if (socket && elapsedMs(wantedAt, now) > maxIdleMs) {
        socket.close()
        socket = null
        subscriptions.reset()
      }
      backfills.tick(followed, now)
    },
    close: () => socket?.close(),
  }
}
