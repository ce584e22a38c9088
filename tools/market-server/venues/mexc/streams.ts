import { byListing } from '../../market/venue-trades.ts'
import type { Print } from '../../market/order.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { objectIn, stringsIn } from '../client-message.ts'
import type { Hub } from '../hub.ts'
import { disconnectSilent, openHub } from '../hub.ts'
import { dealsPush } from './push.ts'

// https://www.mexc.com/api-docs/spot-v3/websocket-market-streams: 30 subscriptions a connection; a connection
// without any is closed after 30 s, a silent one after a minute.

const maxTopics = 30
const maxIdleMs = 30_000
const maxSilenceMs = 60_000
const topicPattern = /^spot@public\.aggre\.deals\.v3\.api\.pb@100ms@(\w+)$/

/** The public stream: data in protobuf, control messages in text. */
export function openStreams(
  venueMarket: VenueMarket,
  wall: () => number,
): Hub & { step(prints: readonly Print[]): void } {
  const hub = openHub(
    wall,
    (client) => (text) => {
      client.aliveAt = wall()
      const { id = 0, method, params } = objectIn(text) ?? {}
      const say = (msg: string): void => hub.send(client, { id, code: 0, msg })
      if (method === 'PING') return say('PONG')
      const topics = stringsIn(params)
      if (method === 'UNSUBSCRIPTION') {
        for (const topic of topics) client.topics.delete(topic)
        return say(topics.join())
      }
      const strange = topics.filter((topic) => !venueMarket.streamed(topicPattern.exec(topic)?.[1] ?? ''))
      const tooMany = new Set([...client.topics, ...topics]).size > maxTopics
      if (method !== 'SUBSCRIPTION' || tooMany || strange.length > 0)
        return say(
          `Not Subscribed successfully! [${topics.join()}].  Reason： ${tooMany ? 'Exceed the maximum of 30' : 'Blocked! '}`,
        )
      for (const topic of topics) client.topics.add(topic)
      say(topics.join())
    },
    (message) => (message instanceof Uint8Array ? message : JSON.stringify(message)),
  )
  return {
    ...hub,
    step(prints) {
      disconnectSilent(hub, wall() - maxSilenceMs)
      for (const client of hub.clients)
        if (client.topics.size === 0 && wall() - client.openedAt > maxIdleMs)
          hub.disconnect(client, 1000, 'No subscription')
      for (const [{ symbol }, venueTrades] of byListing(venueMarket.tradesOf(prints))) {
        const topic = `spot@public.aggre.deals.v3.api.pb@100ms@${symbol}`
        hub.publish(topic, () => dealsPush(topic, venueTrades, venueMarket.now))
      }
    },
  }
}
