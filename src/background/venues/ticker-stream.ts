import type { Exchange } from '../../exchanges/exchange.ts'
import type { StreamCall } from '../../exchanges/feeds/stream-call.ts'
import { read, rowsOf } from '../../exchanges/validate/read.ts'
import type { Tick } from '../../market/tick.ts'
import { openSocket } from '../sockets/socket.ts'
import type { StreamUrl } from '../sockets/stream-url.ts'

/** The ticker stream of a venue. */
export interface TickerStream {
  /** The venue's pairs, where each must be subscribed to. */
  setSymbols(symbols: readonly string[]): void
  /** To be called once a second; `now` is wall clock, ms. */
  tick(now: number): void
  reconnect(): void
  close(): void
  readonly ready: boolean
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
  let subscribed = new Set<string>()
  let buffered: Tick[] = []

  function subscribe(): void {
    if (!stream.tickerFrame || !socket.ready) return
    for (const symbol of symbols) {
      if (subscribed.has(symbol)) continue
      subscribed.add(symbol)
      socket.send(stream.tickerFrame(symbol))
    }
  }
  const socket = openSocket(stream, {
    url: () => url.resolve(),
    onReady() {
      url.markOpened(Date.now())
      subscribed = new Set()
      subscribe()
    },
    onMessage(message) {
      if (exchange.kindOf(message) !== 'ws.ticker') return
      const reading = read(exchange, 'ws.ticker', message, Date.now())
      handlers.onDropped(reading.dropped)
      const ticks = rowsOf(reading, 'tick')
      if (stream.tickerFrame) buffered.push(...ticks)
      else handlers.onTicks(ticks)
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
  }
}
