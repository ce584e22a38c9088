import type { VenueMarket } from '../../market/venue-market.ts'
import { objectIn, stringsIn } from '../client-message.ts'
import type { Client, Stream } from '../hub.ts'
import { disconnectSilent, openHub } from '../hub.ts'
import { tradeMessage } from './rows.ts'

// https://docs.kraken.com/exchange/api-reference/futures-websocket
const maxSilenceMs = 60_000
const heartbeatEveryMs = 1_000
const pastTrades = 100

/** Opens `/ws/v1`: trades, and heartbeats for those who ask. */
export function openStream(venueMarket: VenueMarket, wall: () => number): Stream {
  const newcomers = new Set<Client>()
  const hub = openHub(wall, (client) => {
    newcomers.add(client)
    return (text) => {
      client.aliveAt = wall()
      const { event, feed, product_ids } = objectIn(text) ?? {}
      if (event !== 'subscribe' && event !== 'unsubscribe')
        return hub.send(client, { event: 'error', message: 'Json Error' })
      if (feed === 'heartbeat') return beat(client, event)
      if (feed !== 'trade') return hub.send(client, { event: 'error', message: 'Invalid feed' })
      order(client, event, stringsIn(product_ids))
    }
  })
  function beat(client: Client, event: 'subscribe' | 'unsubscribe'): void {
    if (event === 'subscribe' && client.topics.has('heartbeat'))
      return hub.send(client, { event: 'alert', message: 'Already subscribed to feed, re-requesting' })
    if (event === 'subscribe') client.topics.add('heartbeat')
    else client.topics.delete('heartbeat')
    hub.send(client, { event: `${event}d`, feed: 'heartbeat' })
  }
  function order(client: Client, event: 'subscribe' | 'unsubscribe', ids: readonly string[]): void {
    const listings = ids.map((id) => venueMarket.streamed(id))
    if (ids.length === 0 || listings.includes(null))
      return hub.send(client, { event: 'error', message: 'Invalid product id' })
    hub.send(client, { event: `${event}d`, feed: 'trade', product_ids: ids })
    for (const listing of listings) {
      if (!listing) continue
      const topic = `trade ${listing.symbol}`
      if (event === 'unsubscribe') client.topics.delete(topic)
      else client.topics.add(topic)
      const trades = venueMarket.latestTrades(listing, pastTrades).toReversed().map(tradeMessage)
      if (event === 'subscribe')
        hub.send(client, { feed: 'trade_snapshot', product_id: listing.symbol, trades })
    }
  }
  return {
    connect: (connection) => hub.connect(connection),
    step(venueTrades) {
      const now = wall()
      disconnectSilent(hub, now - maxSilenceMs)
      for (const client of newcomers) hub.send(client, { event: 'info', version: 1 })
      newcomers.clear()
      for (const client of hub.clients) {
        if (!client.topics.has('heartbeat') || now - client.probedAt < heartbeatEveryMs) continue
        client.probedAt = now
        hub.send(client, { feed: 'heartbeat', time: venueMarket.now })
      }
      // Each fill is a message of its own.
      for (const trade of venueTrades) hub.publish(`trade ${trade.listing.symbol}`, () => tradeMessage(trade))
    },
    shutdown: () => hub.close(1001, 'going away'),
  }
}
