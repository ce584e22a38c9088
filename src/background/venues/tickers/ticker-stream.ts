import type { Exchange } from '../../../exchanges/exchange.ts'
import type { StreamCall } from '../../../exchanges/feeds/stream-call.ts'
import { describeUnread } from '../../../exchanges/validate/dropped-row.ts'
import { type MarketRow, readMarket } from '../../../exchanges/perpetual/read-market.ts'
import { type Reading, rowsOf } from '../../../exchanges/validate/read.ts'
import { elapsedMs } from '../../../market/elapsed.ts'
import type { Tick } from '../../../market/tick.ts'
import type { SubscriptionCounts } from '../../../market/venue-state.ts'
import { openSocket } from '../../sockets/socket.ts'
import type { StreamUrl } from '../../sockets/stream-url.ts'
import { isOfContracts } from '../contract-streams.ts'
import { maxSilenceMs } from '../feed-health.ts'
import { countOf, type OnRead, undecoded } from '../market-polls.ts'
import { createFrozenTicks } from './frozen-ticks.ts'
import { createSteadyClock } from './steady-clock.ts'
import { createSubscriptions } from '../subscriptions/subscriptions.ts'

/** The ticker stream of a venue. */
export interface TickerStream {
  /** The venue's pairs, where each must be subscribed to. */
  setSymbols(symbols: readonly string[]): void
  /** To be called once a second; `now` is wall clock, ms. */
  tick(now: number): void
  reconnect(): void
  close(): void
  readonly ready: boolean
  /** Where each pair is subscribed to: those that nothing came of, accepted or not. They must be polled. */
  unheard(now: number): readonly string[]
  /** Subscriptions to single pairs. */
  readonly counts: SubscriptionCounts
}

interface TickerHandlers {
  /** The ticks of a frame; where a message carries one pair, those of a second together. `isFrozen`: none is new. */
  onTicks(ticks: readonly Tick[], isFrozen: boolean): void
  /** What a message of a perpetual market told besides its ticks. */
  onContracts(reading: Reading<MarketRow>): void
  /** What could be read of a message, before its ticks are handed on; and of one that could not be handled. */
  onRead: OnRead
}

export function openTickerStream(
  exchange: Exchange,
  stream: StreamCall,
  url: StreamUrl,
  handlers: TickerHandlers,
): TickerStream {
  /** The pairs that are wanted, where each is subscribed to. */
  let symbols: ReadonlySet<string> = new Set()
  const isFrozen = createFrozenTicks(stream.tickerFrame && 1)
  const steady = createSteadyClock()
  /** When the connection opened, and when the pairs were heard on it. */
  let openedAt = 0
  const heardAt = new Map<string, number>()
  let buffered: Tick[] = []
  /** Whether none of the buffered ticks is new. */
  let isBufferFrozen = true
  const subscriptions = createSubscriptions(
    {
      stream,
      limits: { maxPairsPerFrame: 1 },
      subscribe: ([symbol = ''], id) => stream.tickerFrame?.(symbol, id),
      // Every pair's ticker is wanted: a pair that is delisted sends none.
      unsubscribe: () => null,
    },
    (frame) => socket.send(frame),
    // The pairs are those that the venue's list says trade.
    () => true,
  )

  function subscribe(): void {
    if (stream.tickerFrame && socket.ready) subscriptions.set([...symbols], Date.now())
  }
  const socket = openSocket(stream, {
    url: () => url.resolve(),
    onReady() {
      openedAt = Date.now()
      heardAt.clear()
      url.markOpened(openedAt)
      subscriptions.reset(openedAt)
      subscribe()
    },
    onMessage(message) {
      const now = Date.now()
      const at = steady(now)
      const kind = exchange.kindOf(message)
      if (kind !== 'ws.ticker' && !isOfContracts(kind)) return void subscriptions.take(message, now)
      const reading = readMarket(exchange, kind, message, at)
      if (exchange.perpetual) handlers.onContracts(reading)
      if (kind !== 'ws.ticker') return
      const ticks = rowsOf(reading, 'tick')
      handlers.onRead(countOf(reading, ticks.length))
      const areFrozen = isFrozen(ticks, at)
      if (!stream.tickerFrame) return handlers.onTicks(ticks, areFrozen)
      buffered.push(...ticks)
      isBufferFrozen &&= areFrozen
      for (const { symbol } of ticks) {
        if (!symbols.has(symbol)) continue
        heardAt.set(symbol, now)
        subscriptions.markHeard(symbol)
      }
    },
    onUnreadable: (error) => handlers.onRead(undecoded(describeUnread('ws.ticker', error))),
  })
  return {
    setSymbols(next) {
      symbols = new Set(next)
      subscribe()
    },
    tick(now) {
      url.tick(now)
      socket.tick(now)
      if (stream.tickerFrame && socket.ready) subscriptions.tick(now)
      if (buffered.length === 0) return
      const ticks = buffered
      const areFrozen = isBufferFrozen
      buffered = []
      isBufferFrozen = true
      handlers.onTicks(ticks, areFrozen)
    },
    unheard: (now) =>
      stream.tickerFrame && socket.ready
        ? [...symbols].filter((symbol) => elapsedMs(heardAt.get(symbol) ?? openedAt, now) > maxSilenceMs)
        : [],
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
