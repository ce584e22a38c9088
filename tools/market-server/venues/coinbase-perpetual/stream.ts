import type { VenueMarket } from '../../market/venue-market.ts'
import { byListing } from '../../market/venue-trades.ts'
import { openBudget } from '../budget.ts'
import { objectIn, stringsIn } from '../client-message.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { openIdleCutoff } from '../idle-cutoff.ts'
import { isoMicros } from '../iso-micros.ts'
import { advancedName, tradeRow } from './rows.ts'

// https://docs.cdp.coinbase.com/coinbase-app/advanced-trade-apis/websocket/websocket-channels
const subscribeWithinMs = 5_000
const maxSilenceMs = 75_000
const heartbeatEveryMs = 1_000
const messagesPerSecond = 8
const pastTrades = 50

/** Opens `advanced-trade-ws.coinbase.com`: the channels `market_trades` and `heartbeats`. */
export function openStream(venueMarket: VenueMarket, wall: () => number): Stream {
  const named = new Map(venueMarket.listings.map((listing) => [advancedName(listing), listing]))
  const joined = new Set<Client>()
  let sequence_num = 0
  const say = (channel: string, events: readonly unknown[]) => ({
    channel,
    timestamp: isoMicros(venueMarket.now),
    sequence_num: sequence_num++,
    events,
  })
  const hub = openHub(wall, (client) => {
    const second = openBudget(wall, messagesPerSecond, 1_000)
    return (text) => {
      const { type, product_ids, channel } = objectIn(text) ?? {}
      if (second.charge(1) > 0) return fail(client, 'rate limit exceeded')
      if (type !== 'subscribe' && type !== 'unsubscribe') return fail(client, 'invalid message type')
      if (channel !== 'heartbeats' && channel !== 'market_trades') return fail(client, 'invalid channel')
      joined.add(client)
      order(client, type, channel, channel === 'heartbeats' ? [] : stringsIn(product_ids))
    }
  })
  const idle = openIdleCutoff(hub, wall)
  const fail = (client: Client, message: string): void => hub.send(client, { type: 'error', message })

  function order(client: Client, type: string, channel: string, ids: readonly string[]): void {
    const unknown = ids.find((id) => !venueMarket.streamed(named.get(id)?.symbol ?? ''))
    if (unknown !== undefined) return fail(client, `failed to subscribe: ${unknown} is not a valid product`)
    const topics = channel === 'heartbeats' ? ['heartbeats'] : ids.map((id) => `trades ${id}`)
    for (const topic of topics) {
      if (type === 'subscribe') client.topics.add(topic)
      else client.topics.delete(topic)
    }
    const market_trades = [...client.topics]
      .filter((topic) => topic !== 'heartbeats')
      .map((topic) => topic.slice(7))
    hub.send(client, say('subscriptions', [{ subscriptions: { market_trades } }]))
    if (type !== 'subscribe') return
    for (const id of ids) {
      const listing = named.get(id)
      const trades = listing ? venueMarket.latestTrades(listing, pastTrades).toReversed().map(tradeRow) : []
      hub.send(client, say('market_trades', [{ type: 'snapshot', trades }]))
    }
  }
  return {
    connect: (connection) => idle.connect(connection),
    step(venueTrades) {
      const now = wall()
      idle.cut(() => maxSilenceMs)
      for (const client of hub.clients) {
        if (!joined.has(client) && now - client.openedAt >= subscribeWithinMs)
          hub.disconnect(client, 1000, 'no subscription')
        if (!client.topics.has('heartbeats') || now - client.probedAt < heartbeatEveryMs) continue
        client.probedAt = now
        hub.send(
          client,
          say('heartbeats', [{ current_time: isoMicros(venueMarket.now), heartbeat_counter: sequence_num }]),
        )
      }
      for (const [listing, own] of byListing(venueTrades))
        hub.publish(`trades ${advancedName(listing)}`, () =>
          say('market_trades', [{ type: 'update', trades: own.toReversed().map(tradeRow) }]),
        )
    },
    shutdown: () => hub.close(1001, 'going away'),
  }
}
