import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Print } from '../../market/order.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { objectIn } from '../client-message.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Hub } from '../hub.ts'
import { disconnectSilent, openHub } from '../hub.ts'

// https://www.kucoin.com/docs-new/websocket-api/base-info/introduction-uta: no token, one pair a frame, JSON in binary
// frames.

const maxSilenceMs = 60_000

/** What a market calls itself, and how it writes a trade. */
export interface TokenlessTrades {
  readonly tradeType: 'SPOT' | 'FUTURES'
  /** Price and size of a trade, as text. */
  figures(venueTrade: VenueTrade): { readonly p: string; readonly q: string }
}

/** The public stream of unified accounts: one message per fill, without the taker's order. */
export function openTokenlessStreams(
  venueMarket: VenueMarket,
  wall: () => number,
  trades: TokenlessTrades = spotTrades,
): Hub & { step(prints: readonly Print[]): void } {
  const bytes = new TextEncoder()
  const hub = openHub(
    wall,
    (client) => {
      hub.send(client, { sessionId: 's1', message: 'welcome', pingInterval: 18_000, pingTimeout: 10_000 })
      return (text) => {
        client.aliveAt = wall()
        const { id, type, action, channel, tradeType, symbol } = objectIn(text) ?? {}
        if (type === 'ping') return hub.send(client, { id, type: 'pong' })
        const isKnown =
          channel === 'trade' && tradeType === trades.tradeType && venueMarket.streamed(String(symbol))
        if (!isKnown) return hub.send(client, { id, result: false, message: 'symbol is invalid' })
        if (action === 'subscribe') client.topics.add(String(symbol))
        else client.topics.delete(String(symbol))
        hub.send(client, { id, result: true })
      }
    },
    (message) => bytes.encode(JSON.stringify(message)),
  )
  return {
    ...hub,
    step(prints) {
      disconnectSilent(hub, wall() - maxSilenceMs)
      for (const venueTrade of venueMarket.tradesOf(prints))
        hub.publish(venueTrade.listing.symbol, () => trade(venueTrade, trades))
    },
  }
}

function trade(venueTrade: VenueTrade, { tradeType, figures }: TokenlessTrades): unknown {
  const { listing, id, at, side } = venueTrade
  const d = { E: id, M: at * 1e6, S: side, ...figures(venueTrade), s: listing.symbol, ti: String(id) }
  return { T: `trade.${tradeType}`, P: at * 1e6, d }
}

const spotTrades: TokenlessTrades = {
  tradeType: 'SPOT',
  figures: ({ price, amount }) => ({ p: plainDecimal(price), q: plainDecimal(amount) }),
}
