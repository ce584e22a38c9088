import type { Exchange } from '../../exchanges/exchange.ts'
import type { StreamCall } from '../../exchanges/feeds/stream-call.ts'
import { read, rowsOf } from '../../exchanges/validate/read.ts'
import type { Tick } from '../../market/tick.ts'
import type { SubscriptionCounts } from '../../market/venue-state.ts'
import { openSocket } from '../sockets/socket.ts'
import type { StreamUrl } from '../sockets/stream-url.ts'
import { createSubscriptions } from './subscriptions.ts'

/** The ticker stream of a venue. */
export interface TickerStream {
  /** The venue's pairs, where each must be subscribed to. */
  setSymbols(symbols: readonly string[]): void
  /** To be called once a second; `now` is wall clock, ms. */
  tick(now: number): void
  reconnect(): void
  close(): void
  readonly ready: boolean
  /** Subscriptions to single pairs. */
  readonly counts: SubscriptionCounts
}

interface TickerHandlers {
  /** The ticks of a frame; where a message carries one pair, those of a second together. */
  onTicks(ticks: readonly Tick[]): void
  onDropped(rows: number): void
}

export function openTickerStream(
  exchange: Exchange,
  stream: StreamCall,
  url: StreamUrl,
  handlers: TickerHandlers,
): TickerStream {
  let symbols: readonly string[] = []
  let buffered: Tick[] = []
  const subscriptions = createSubscriptions(
    {
      stream,
      limits: { maxPairsPerFrame: 1 },
      subscribe: ([symbol = ''], id) => stream.tickerFrame?.(symbol, id),
      // Every pair's ticker is wanted: a pair that is delisted sends none.
      unsubscribe: () => null,
    },
    (frame) => socket.send(frame),
  )

  function subscribe(): void {
    if (stream.tickerFrame && socket.ready) subscriptions.set(symbols, Date.now())
  }
  const socket = openSocket(stream, {
    url: () => url.resolve(),
    onReady() {
      url.markOpened(Date.now())
      subscriptions.reset(Date.now())
      subscribe()
    },
    onMessage(message) {
      const now = Date.now()
      if (exchange.kindOf(message) !== 'ws.ticker') return void subscriptions.take(message, now)
      const reading = read(exchange, 'ws.ticker', message, now)
      handlers.onDropped(reading.dropped)
      const ticks = rowsOf(reading, 'tick')
      if (!stream.tickerFrame) return handlers.onTicks(ticks)
      buffered.push(...ticks)
      for (const { symbol } of ticks) subscriptions.markHeard(symbol)
    },
    onUnreadable: () => handlers.onDropped(1),
  })
  return {
    setSymbols(next) {
      symbols = next
      subscribe()
    },
    tick(now) {
      url.tick(now)
      socket.tick(now)
      if (stream.tickerFrame && socket.ready) subscriptions.tick(now)
      if (buffered.length === 0) return
      const ticks = buffered
      buffered = []
      handlers.onTicks(ticks)
    },
    reconnect: () => socket.reconnect(),
    close: () => socket.close(),
    get ready() {
      return socket.ready
    },
    get counts() {
      return subscriptions.counts
    },
  }
}
