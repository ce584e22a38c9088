import { byListing } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { objectIn, stringsIn } from '../client-message.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { currencyRow, exchangeProduct, matchMessage, tickerMessage } from './rows.ts'

// https://docs.cdp.coinbase.com/exchange/websocket-feed/overview and …/rate-limits
const subscribeWithinMs = 5_000
const batchEveryMs = 5_000
const messagesPerSecond = 100

/** Channels of one product each; `status` covers all products. */
const channels = ['matches', 'ticker', 'ticker_batch']

/**
 * Opens the feed. Clients that do not subscribe within five seconds are disconnected; no keep-alive is needed
 * later.
 */
export function openStream(venueMarket: VenueMarket, wall: () => number): Stream {
  const batchOf = (): number => Math.floor(venueMarket.now / batchEveryMs)
  let batch = batchOf()
  /** Pairs traded since the last batch. */
  const fresh = new Set<Listing>()
  const hub = openHub(wall, (client) => {
    const second = openBudget(wall, messagesPerSecond, 1_000)
    return (text) => {
      if (second.charge(1) > 0) return hub.disconnect(client, 1008, 'rate limit exceeded')
      const { type, product_ids, channels: requested } = objectIn(text) ?? {}
      if (type !== 'subscribe' && type !== 'unsubscribe')
        return hub.send(client, { type: 'error', message: 'Malformed JSON' })
      const named = (Array.isArray(requested) ? (requested as unknown[]) : []).map(nameOf)
      order(client, type, stringsIn(product_ids), named)
    }
  })
  function order(client: Client, type: string, ids: readonly string[], named: readonly string[]): void {
    const fail = (reason: string): void =>
      hub.send(client, { type: 'error', message: 'Failed to subscribe', reason })
    const wrong = named.find((name) => name !== 'status' && !channels.includes(name))
    if (wrong !== undefined || named.length === 0)
      return fail(`${wrong ?? 'undefined'} is not a valid channel`)
    const unknown = ids.find((id) => !venueMarket.streamed(id))
    if (unknown !== undefined) return fail(`${unknown} is not a valid product`)
    const topics = named.flatMap((name) =>
      name === 'status' ? ['status'] : ids.map((id) => `${name} ${id}`),
    )
    if (topics.length === 0)
      return fail(`You need to specify at least one product ID for channel ${named[0]}`)
    const isNew = (topic: string): boolean => type === 'subscribe' && !client.topics.has(topic)
    const joined = ids.filter((id) => named.includes('matches') && isNew(`matches ${id}`))
    for (const topic of topics) {
      if (type === 'subscribe') client.topics.add(topic)
      else client.topics.delete(topic)
    }
    client.aliveAt = Infinity
    hub.send(client, { type: 'subscriptions', channels: subscriptions(client) })
    for (const id of joined) {
      const listing = venueMarket.listing(id)
      const [last] = listing ? venueMarket.latestTrades(listing, 1) : []
      if (last) hub.send(client, matchMessage('last_match', last))
    }
  }
  return {
    connect: (connection) => hub.connect(connection),
    step(venueTrades) {
      for (const client of hub.clients)
        if (wall() - client.aliveAt >= subscribeWithinMs) hub.disconnect(client, 1000, 'no subscription')
      for (const [listing, own] of byListing(venueTrades)) {
        fresh.add(listing)
        // Each match is a frame of its own.
        for (const venueTrade of own)
          hub.publish(`matches ${listing.symbol}`, () => matchMessage('match', venueTrade))
        hub.publish(`ticker ${listing.symbol}`, () => tickerMessage(venueMarket, listing))
      }
      if (batchOf() === batch) return
      batch = batchOf()
      for (const listing of fresh)
        hub.publish(`ticker_batch ${listing.symbol}`, () => tickerMessage(venueMarket, listing))
      fresh.clear()
      hub.publish('status', () => ({
        type: 'status',
        products: venueMarket.listings.map((listing) => ({
          ...exchangeProduct(venueMarket, listing),
          type: 'spot',
        })),
        currencies: venueMarket.assets.map((asset) => currencyRow(venueMarket, asset)),
      }))
    },
    shutdown: () => hub.close(1001, 'going away'),
  }
}

/** A channel is requested by its name or by an object with a `name`. */
const nameOf = (channel: unknown): string =>
  String(typeof channel === 'object' && channel !== null && 'name' in channel ? channel.name : channel)

/** All subscriptions of one client, by channel. */
function subscriptions(client: Client): unknown[] {
  const byName = new Map<string, string[]>()
  for (const topic of client.topics) {
    const [name = '', id] = topic.split(' ')
    byName.set(name, [...(byName.get(name) ?? []), ...(id === undefined ? [] : [id])])
  }
  return [...byName].map(([name, product_ids]) => ({ name, product_ids, account_ids: null }))
}
