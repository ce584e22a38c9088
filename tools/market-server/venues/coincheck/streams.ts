import type { VenueTrade } from '../../market/venue-trades.ts'
import { byListing } from '../../market/venue-trades.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { objectIn } from '../client-message.ts'
import { openIdleCutoff } from '../idle-cutoff.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { decimal } from './rest.ts'

const maxIdleMs = 60_000
const frameEveryMs = 100

/**
 * The venue never answers: not a subscription, not an unknown pair, not invalid text. Unsubscribing is ignored,
 * subscribing twice doubles every frame. Trades are sent every 100 ms, one frame a channel; there are no pings,
 * and a connection without traffic for a minute is dropped.
 * https://coincheck.com/documents/exchange/api#websocket
 */
export function openStreams(venueMarket: VenueMarket, wall: () => number): Stream {
  const subscriptions = new WeakMap<Client, string[]>()
  const hub = openHub(wall, (client) => (text) => receive(client, text))
  const idleCutoff = openIdleCutoff(hub, wall)
  let waiting: VenueTrade[] = []
  let slot = Math.floor(venueMarket.now / frameEveryMs)
  return {
    connect: (connection) => idleCutoff.connect(connection),
    step(venueTrades) {
      idleCutoff.cut(() => maxIdleMs)
      // One by one: on a slow machine a step may bring more than a call takes arguments.
      for (const trade of venueTrades) waiting.push(trade)
      if (Math.floor(venueMarket.now / frameEveryMs) === slot) return
      slot = Math.floor(venueMarket.now / frameEveryMs)
      const due = byListing(waiting)
      waiting = []
      for (const [listing, own] of due) {
        for (const client of hub.clients)
          for (const channel of subscriptions.get(client) ?? [])
            if (channel === `${listing.symbol}-trades` && venueMarket.streamed(listing.symbol))
              hub.send(client, own.toReversed().map(tradeRow))
      }
    },
    // The protocol has no shutdown message.
    shutdown: () => hub.close(1001, ''),
  }

  function receive(client: Client, text: string): void {
    const { type, channel } = objectIn(text) ?? {}
    if (type !== 'subscribe' || typeof channel !== 'string') return
    subscriptions.set(client, [...(subscriptions.get(client) ?? []), channel])
  }
}

/** Second, id, pair, price, amount, the taker's side, the taker's order id, the maker's, the auction's. */
const tradeRow = ({ listing, id, order, at, price, amount, side }: VenueTrade): unknown => [
  String(Math.floor(at / 1_000)),
  String(id),
  listing.symbol,
  decimal(price),
  plainDecimal(amount),
  side,
  String(2 * order + 1),
  String(2 * id),
  null,
]
