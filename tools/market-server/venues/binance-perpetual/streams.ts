import type { ContractMarket } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { Print } from '../../market/order.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { type BinanceSocket, publish } from '../binance/binance-socket.ts'
import { control } from '../binance/control.ts'
import type { Connection, ConnectionHandler } from '../simulated-venue.ts'
import { liquidationEvent, markEvent, tickerEvent, tradeRow } from './rows.ts'

/** The path of everything but the book, since 2026. The former ones connect, acknowledge and send nothing. */
const routed = '/market'

/** The streams of USD-M futures. */
export interface Streams {
  connect(connection: Connection): ConnectionHandler | null
  step(prints: readonly Print[]): void
  shutdown(): void
}

/** Opens the streams of a perpetual market. */
export function openStreams(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  wall: () => number,
): Streams {
  const sockets = new Set<BinanceSocket>()
  const sent = new Map<Listing, number>()
  let spoken = Math.floor(venueMarket.now / 1_000)

  /** Once a second: the tickers of contracts that traded, and every mark. */
  function sayEachSecond(): void {
    const second = Math.floor(venueMarket.now / 1_000)
    if (second === spoken) return
    spoken = second
    const traded = venueMarket.listings.filter((listing) => {
      const { changes } = listing.tape.day
      if (sent.get(listing) === changes) return false
      sent.set(listing, changes)
      return true
    })
    if (traded.length > 0)
      publish(
        sockets,
        '!ticker@arr',
        traded.map((listing) => tickerEvent(venueMarket, listing)),
      )
    publish(
      sockets,
      '!markPrice@arr@1s',
      venueMarket.listings.map((listing) => markEvent(listing, contracts.termsOf(listing), venueMarket.now)),
    )
    for (const liquidation of contracts.takeLiquidations())
      publish(sockets, '!forceOrder@arr', liquidationEvent(liquidation))
  }
  return {
    connect(connection) {
      const { path, query } = connection
      const combined = path.endsWith('/stream')
      const isSilent = !path.startsWith(`${routed}/`)
      const named = (query.get('streams') ?? '').split('/').filter(Boolean)
      const now = wall()
      const socket: BinanceSocket = {
        connection,
        streams: new Set(isSilent ? [] : named),
        combined,
        openedAt: now,
        pingedAt: now,
        pongedAt: now,
      }
      sockets.add(socket)
      return {
        message: (text) => control(isSilent ? { ...socket, streams: new Set() } : socket, text),
        pong: () => undefined,
        closed: () => void sockets.delete(socket),
      }
    },
    step(prints) {
      for (const trade of venueMarket.tradesOf(prints)) {
        const { symbol } = trade.listing
        publish(sockets, `${symbol.toLowerCase()}@aggTrade`, {
          e: 'aggTrade',
          E: trade.at + 2,
          s: symbol,
          ...tradeRow(trade),
          st: 1,
        })
      }
      sayEachSecond()
    },
    shutdown() {
      for (const { connection } of sockets) connection.close(1001, 'Server shutdown')
    },
  }
}
