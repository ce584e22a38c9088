import type { Exchange } from '../../exchanges/exchange.ts'
import type { ContractStream } from '../../exchanges/feeds/contract-stream.ts'
import type { ReadKind } from '../../exchanges/feeds/rest-call.ts'
import { type MarketRow, readMarket } from '../../exchanges/perpetual/read-market.ts'
import { describeUnread } from '../../exchanges/validate/dropped-row.ts'
import type { Reading } from '../../exchanges/validate/read.ts'
import type { RequestQueue } from '../requests/request-queue.ts'
import { openSocket } from '../sockets/socket.ts'
import { createStreamUrl } from '../sockets/stream-url.ts'
import { type OnRead, undecoded } from './market-polls.ts'
import { createSubscriptions } from './subscriptions/subscriptions.ts'

/** The connections of a perpetual market besides those of tickers and trades. */
interface ContractStreams {
  /** The contracts, where each must be subscribed to. */
  setSymbols(symbols: readonly string[]): void
  /** To be called once a second; `now` is wall clock, ms. */
  tick(now: number): void
  close(): void
}

interface ContractStreamHandlers {
  /** What a message told. */
  onContracts(reading: Reading<MarketRow>): void
  /** A message could not be decoded. */
  onRead: OnRead
}

/** What a perpetual market's streams tell besides tickers and trades. */
const contractKinds: ReadonlySet<ReadKind | null> = new Set([
  'ws.symbols',
  'ws.derivatives',
  'ws.mark',
  'ws.index',
  'ws.funding',
  'ws.open-interest',
  'ws.liquidations',
])

/** Whether a message of this kind is of contracts, and neither ticker nor trade. */
export const isOfContracts = (kind: ReadKind | null): kind is ReadKind => contractKinds.has(kind)

/**
 * Opens them. They may be silent for hours where nothing is liquidated, so that their silence says nothing of the
 * venue: its prices are watched without them all the same. None of a spot market.
 */
export function openContractStreams(
  exchange: Exchange,
  requests: RequestQueue,
  handlers: ContractStreamHandlers,
): ContractStreams {
  const lines = (exchange.perpetual?.streams ?? []).map((stream) => openLine(stream))

  function openLine(stream: ContractStream) {
    const url = createStreamUrl(stream, requests)
    let symbols: readonly string[] = []
    const { subscribe, limits = {} } = stream
    const subscriptions =
      subscribe &&
      createSubscriptions(
        // A contract that is delisted is silent.
        { stream, limits, subscribe, unsubscribe: () => null },
        (frame) => socket.send(frame),
      )
    function ask(): void {
      if (socket.ready) subscriptions?.set(symbols.slice(0, limits.maxPairs), Date.now())
    }
    const socket = openSocket(
      stream,
      {
        url: () => url.resolve(),
        onReady() {
          url.markOpened(Date.now())
          subscriptions?.reset(Date.now())
          ask()
        },
        onMessage(message) {
          const now = Date.now()
          const kind = exchange.kindOf(message)
          if (isOfContracts(kind)) handlers.onContracts(readMarket(exchange, kind, message, now))
          else subscriptions?.take(message, now)
        },
        onUnreadable: (error) => handlers.onRead(undecoded(describeUnread('ws.derivatives', error))),
      },
      limits.minGapMs,
    )
    return {
      setSymbols(next: readonly string[]) {
        symbols = next
        ask()
      },
      tick(now: number) {
        url.tick(now)
        socket.tick(now)
        if (socket.ready) subscriptions?.tick(now)
      },
      close: () => socket.close(),
    }
  }
  return {
    setSymbols(symbols) {
      for (const line of lines) line.setSymbols(symbols)
    },
    tick(now) {
      for (const line of lines) line.tick(now)
    },
    close() {
      for (const line of lines) line.close()
    },
  }
}
