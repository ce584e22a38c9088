import type { VenueTrade } from '../../market/venue-trades.ts'
import { byListing } from '../../market/venue-trades.ts'
import type { Print } from '../../market/order.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { objectIn, stringsIn } from '../client-message.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Hub } from '../hub.ts'
import { disconnectSilent, openHub } from '../hub.ts'

// https://bybit-exchange.github.io/docs/v5/ws/connect: spot takes ten args a request; the idle timeout of a
// connection is not published.

const maxArgs = 10
/** Most trades of a message. */
export const maxTrades = 1_024
/** A client silent for so long is disconnected, ms. */
export const maxSilenceMs = 60_000

/**
 * A public stream of API v5, as far as subscribing goes.
 *
 * @param isKnown whether the stream has a topic
 * @param maxArgs most topics in a frame
 */
export function openTopics(wall: () => number, isKnown: (topic: string) => boolean, maxArgs = Infinity): Hub {
  const hub = openHub(wall, (client) => (text) => {
    client.aliveAt = wall()
    const { op, args, req_id = '' } = objectIn(text) ?? {}
    const say = (success: boolean, ret_msg: string): void =>
      hub.send(client, { success, ret_msg, conn_id: 'b1c2', req_id, op })
    if (op === 'ping') return say(true, 'pong')
    if (op !== 'subscribe' && op !== 'unsubscribe') return say(false, 'unknown op')
    const topics = stringsIn(args)
    if (topics.length > maxArgs) return say(false, `args size >${maxArgs}`)
    const strange = topics.find((topic) => !isKnown(topic))
    // One topic spoils the whole frame.
    if (strange !== undefined) return say(false, `error:handler not found,topic:${strange}`)
    const twice = op === 'subscribe' && topics.find((topic) => client.topics.has(topic))
    if (twice) return say(false, `error:already subscribed,topic:${twice}`)
    for (const topic of topics)
      if (op === 'subscribe') client.topics.add(topic)
      else client.topics.delete(topic)
    say(true, op)
  })
  return hub
}

/** The public spot stream. */
export function openStreams(
  venueMarket: VenueMarket,
  wall: () => number,
): Hub & { step(prints: readonly Print[]): void } {
  const isKnown = (topic: string) =>
    /^publicTrade\./.test(topic) && venueMarket.streamed(topic.slice(12)) !== null
  const hub = openTopics(wall, isKnown, maxArgs)
  return {
    ...hub,
    step(prints) {
      disconnectSilent(hub, wall() - maxSilenceMs)
      for (const [{ symbol }, venueTrades] of byListing(venueMarket.tradesOf(prints))) {
        const topic = `publicTrade.${symbol}`
        for (let from = 0; from < venueTrades.length; from += maxTrades) {
          const some = venueTrades.slice(from, from + maxTrades)
          hub.publish(topic, () => ({ topic, ts: venueMarket.now, type: 'snapshot', data: some.map(trade) }))
        }
      }
    },
  }
}

/** A trade of `publicTrade`. */
export const trade = ({
  listing,
  id,
  order,
  at,
  price,
  amount,
  side,
}: VenueTrade): Record<string, unknown> => ({
  i: String(2_290_000_000_000_000_000n + BigInt(id)),
  T: at,
  p: plainDecimal(price),
  v: plainDecimal(amount),
  S: side === 'buy' ? 'Buy' : 'Sell',
  seq: order,
  s: listing.symbol,
  BT: false,
  RPI: false,
})
