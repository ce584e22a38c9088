import type { Exchange } from '../../exchanges/exchange.ts'
import type { StreamCall } from '../../exchanges/feeds/stream-call.ts'
import { read, rowsOf } from '../../exchanges/validate/read.ts'
import type { Tick } from '../../market/tick.ts'
import type { Address } from '../sockets/stream-url.ts'
import { openSocket } from '../sockets/socket.ts'

/** The stream of a venue's tickers. */
export interface TickerStream {
  /** The venue's pairs, where each must be asked for by itself. */
  list(symbols: readonly string[]): void
  /** To be called once a second; `now` is wall clock, ms. */
  beat(now: number): void
  renew(): void
  close(): void
  readonly ready: boolean
}

interface Hears {
  /** A frame; where each message tells one pair, all of a second together. */
  onTicks(ticks: readonly Tick[]): void
  onDropped(rows: number): void
}

export function openTickerStream(
  exchange: Exchange,
  stream: StreamCall,
  address: Address,
  hears: Hears,
): TickerStream {
  let listed: readonly string[] = []
  let asked = new Set<string>()
  let gathered: Tick[] = []

  function askEach(): void {
    if (!stream.tickerFrame || !socket.ready) return
    for (const symbol of listed) {
      if (asked.has(symbol)) continue
      asked.add(symbol)
      socket.send(stream.tickerFrame(symbol))
    }
  }
  const socket = openSocket(stream, {
    address: () => address.ask(),
    onReady() {
      address.opened(Date.now())
      asked = new Set()
      askEach()
    },
    onMessage(message) {
      if (exchange.kindOf(message) !== 'ws.ticker') return
      const reading = read(exchange, 'ws.ticker', message, Date.now())
      hears.onDropped(reading.dropped)
      const ticks = rowsOf(reading, 'tick')
      if (stream.tickerFrame) gathered.push(...ticks)
      else hears.onTicks(ticks)
    },
    onNoise: () => hears.onDropped(1),
  })
  return {
    list(symbols) {
      listed = symbols
      askEach()
    },
    beat(now) {
      address.beat(now)
      socket.beat(now)
      if (gathered.length === 0) return
      const ticks = gathered
      gathered = []
      hears.onTicks(ticks)
    },
    renew: () => socket.renew(),
    close: () => socket.close(),
    get ready() {
      return socket.ready
    },
  }
}
