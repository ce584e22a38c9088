import type { Exchange } from '../../../exchanges/exchange.ts'
import type { TradeFeed } from '../../../exchanges/feeds/trade-feed.ts'
import { describeUnread } from '../../../exchanges/validate/dropped-row.ts'
import { type MarketRow, readMarket } from '../../../exchanges/perpetual/read-market.ts'
import { type Reading, rowsOf } from '../../../exchanges/validate/read.ts'
import { elapsedMs } from '../../../market/elapsed.ts'
import { oldestFirst } from '../../../market/oldest-first.ts'
import type { Listing } from '../../../market/pair.ts'
import type { Trade } from '../../../market/trade.ts'
import type { SubscriptionCounts } from '../../../market/venue-state.ts'
import type { RequestQueue } from '../../requests/request-queue.ts'
import { openSocket, type Socket } from '../../sockets/socket.ts'
import { createStreamUrl, TicketRefused } from '../../sockets/stream-url.ts'
import { isOfContracts } from '../contract-streams.ts'
import { countOf, undecoded } from '../market-polls.ts'
import { type BackfillHandlers, createBackfills } from './backfills.ts'
import { createDeafPairs } from './deaf-pairs.ts'
import { createSubscriptions } from '../subscriptions/subscriptions.ts'

/** The trade streams of one venue's followed pairs, for the confirm stage. */
export interface TradeStreams {
  /**
   * Follows these pairs and no others, the most wanted first; called at least once a
   * second. `now`: wall clock, ms.
   */
  follow(symbols: readonly string[], now: number): void
  /** Takes the venue's list of pairs: what its streams call them, and which of them trade since. */
  learn(listings: readonly Listing[]): void
  readonly counts: SubscriptionCounts
  close(): void
}

interface TradeHandlers extends BackfillHandlers {
  onTrades(symbol: string, trades: readonly Trade[]): void
  /** The pair's trades arrive from now on, for the first time or again; earlier ones are being back-filled. */
  onMissed(symbol: string): void
  /** The connection is gone: no trades of the pair arrive until it is open again. */
  onLost(symbol: string): void
  /** Whether the ticker shows trades of the pair that the stream did not bring. */
  isDeaf(symbol: string): boolean
  /** No more trades of this pair will arrive. */
  onUnfollowed(symbol: string): void
  /** What a message of a perpetual market told of followed contracts besides their trades. */
  onContracts(reading: Reading<MarketRow>): void
}

/** The socket is closed after so long (ms) without a followed pair. */
const maxIdleMs = 120_000
/** A feed without a ticket that has not connected for so long (ms) gives way to the one with. */
const maxConnectMs = 30_000
/** Minimum time between two changes of the followed pairs, ms: venues limit the frames that a client sends. */
const minChangeGapMs = 500

export function openTradeStreams(
  exchange: Exchange,
  requests: RequestQueue,
  handlers: TradeHandlers,
): TradeStreams {
  let line = lineOf(exchange.trades)
  const backfills = createBackfills(exchange, requests, handlers)
  const followed = new Set<string>()
  let listings: readonly Listing[] = []
  let socket: Socket | null = null
  const deafPairs = createDeafPairs(handlers.isDeaf, {
    renew: (symbols, now) => line.subscriptions.renew(symbols, now),
    reconnect: () => socket?.reconnect(),
  })
  let wantedAt = 0
  let changedAt = 0
  /** When the line began to connect, and whether it was refused a ticket. */
  let connectedAt = 0
  let isRefused = false

  function lineOf(feed: TradeFeed) {
    const subscriptions = createSubscriptions(feed, (frame) => socket?.send(frame), handlers.isDeaf)
    return { feed, subscriptions, url: createStreamUrl(feed.stream, requests) }
  }

  function receive(message: unknown): void {
    const now = Date.now()
    const kind = exchange.kindOf(message)
    if (isOfContracts(kind)) return handlers.onContracts(readMarket(exchange, kind, message, now))
    if (kind !== 'ws.trades') return void line.subscriptions.take(message, now)
    if (line.feed.isSnapshot?.(message)) return
    const reading = readMarket(exchange, 'ws.trades', message, now)
    const trades = rowsOf(reading, 'trade')
    handlers.onRead(countOf(reading, trades.length))
    for (const trade of oldestFirst(trades)) {
      const symbol = line.subscriptions.symbolOf(trade.symbol ?? '')
      line.subscriptions.markHeard(symbol)
      if (!followed.has(symbol)) continue
      if (deafPairs.markHeard(symbol, now)) begin(symbol)
      handlers.onTrades(symbol, [trade])
    }
  }

  function begin(symbol: string): void {
    handlers.onMissed(symbol)
    backfills.request(symbol)
  }

  function connect(now: number): Socket {
    connectedAt = now
    isRefused = false
    const { feed, subscriptions, url } = line
    return openSocket(
      feed.stream,
      {
        url: () =>
          url.resolve().catch((error: unknown) => {
            isRefused ||= error instanceof TicketRefused
            throw error
          }),
        onReady() {
          const now = Date.now()
          url.markOpened(now)
          subscriptions.reset(now)
          // The trades missed while the connection was broken are back-filled.
          for (const symbol of followed) begin(symbol)
          if (followed.size > 0) subscriptions.set([...followed], now)
        },
        onClosed() {
          for (const symbol of followed) handlers.onLost(symbol)
        },
        onMessage: receive,
        onUnreadable: (error) => handlers.onRead(undecoded(describeUnread('ws.trades', error))),
      },
      feed.limits?.minGapMs,
    )
  }
  function disconnect(next: TradeFeed): void {
    socket?.close()
    socket = null
    line = lineOf(next)
    line.subscriptions.learn(listings)
  }
  /** Without a ticket the other feed is used, until it does not connect either. */
  function changeFeed(now: number): void {
    const { withoutTicket } = exchange.trades
    if (!withoutTicket || !socket || socket.ready) return
    const isOther = line.feed === withoutTicket
    if (isOther ? now - connectedAt < maxConnectMs : !isRefused) return
    disconnect(isOther ? exchange.trades : withoutTicket)
    socket = connect(now)
  }

  function change(wanted: ReadonlySet<string>, now: number): void {
    const added = [...wanted].filter((symbol) => !followed.has(symbol))
    const removed = [...followed].filter((symbol) => !wanted.has(symbol))
    if ((added.length === 0 && removed.length === 0) || elapsedMs(changedAt, now) < minChangeGapMs) return
    changedAt = now
    for (const symbol of added) followed.add(symbol)
    for (const symbol of removed) {
      followed.delete(symbol)
      backfills.cancel(symbol)
      deafPairs.forget(symbol)
      handlers.onUnfollowed(symbol)
    }
    // A socket that is not open yet subscribes to all of them once it is.
    if (!socket?.ready) return
    for (const symbol of added) begin(symbol)
    line.subscriptions.set([...followed], now)
  }

  return {
    follow(symbols, now) {
      const wanted = symbols.slice(0, line.feed.limits?.maxPairs)
      if (wanted.length > 0) wantedAt = now
      if (wanted.length > 0) socket ??= connect(now)
      change(new Set(wanted), now)
      line.url.tick(now)
      socket?.tick(now)
      changeFeed(now)
      if (socket && elapsedMs(wantedAt, now) > maxIdleMs) disconnect(exchange.trades)
      if (socket?.ready) {
        line.subscriptions.tick(now)
        // What the venue refuses or has not answered is asked for again in its own time.
        deafPairs.tick([...followed].filter(line.subscriptions.stands), now)
      }
      backfills.tick(followed, now)
    },
    learn(list) {
      listings = list
      line.subscriptions.learn(list)
    },
    get counts() {
      return line.subscriptions.counts
    },
    close: () => socket?.close(),
  }
}
