import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Print } from '../../market/order.ts'
import { seedOf } from '../../market/random.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { objectIn } from '../client-message.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Client, Hub } from '../hub.ts'
import { disconnectSilent, openHub } from '../hub.ts'

// https://www.kucoin.com/docs-new/websocket-api/base-info/introduction: the client pings every 18 s and is
// disconnected after about a minute of silence; at most 100 pairs in one topic.

const maxSilenceMs = 60_000
const maxPairs = 100

/** How a market names and writes its trades. */
export interface TradeTopic {
  /** What stands before the colon of a topic, e.g. `/market/match`. */
  readonly topic: string
  message(venueTrade: VenueTrade): unknown
}

/** The public stream: one message per fill, times in ns, with the taker's order id. */
export function openStreams(
  venueMarket: VenueMarket,
  wall: () => number,
  { topic: name, message }: TradeTopic = spotTrades,
): Hub & { step(prints: readonly Print[]): void } {
  const hub = openHub(wall, (client) => {
    hub.send(client, { id: client.connection.query.get('connectId') ?? 'welcome', type: 'welcome' })
    return (text) => {
      client.aliveAt = wall()
      const { id, type, topic, response } = objectIn(text) ?? {}
      if (type === 'ping') return hub.send(client, { id, type: 'pong', timestamp: wall() * 1_000 })
      if (type !== 'subscribe' && type !== 'unsubscribe')
        return fail(client, id, `type ${String(type)} is not supported`)
      const [begin, end = ''] = String(topic).split(':')
      const pairs = begin === name ? end.split(',') : []
      if (pairs.length === 0 || pairs.length > maxPairs || pairs.some((pair) => !venueMarket.streamed(pair)))
        return fail(client, id, `topic ${String(topic)} is not found`)
      for (const pair of pairs)
        if (type === 'subscribe') client.topics.add(pair)
        else client.topics.delete(pair)
      if (response === true) hub.send(client, { id, type: 'ack' })
    }
  })
  const fail = (client: Client, id: unknown, data: string): void =>
    hub.send(client, { id, type: 'error', code: 404, data })
  return {
    ...hub,
    step(prints) {
      disconnectSilent(hub, wall() - maxSilenceMs)
      for (const venueTrade of venueMarket.tradesOf(prints))
        hub.publish(venueTrade.listing.symbol, () => message(venueTrade))
    },
  }
}

/** Order ids as KuCoin makes them: 24 hexadecimal digits, unique over all pairs. */
export function orderId(role: string, symbol: string, order: number): string {
  const [pair, number] = [seedOf(symbol), order].map((part) => part.toString(16).padStart(8, '0'))
  return `6085c0${role}${pair ?? ''}${number ?? ''}`
}

const match = ({ listing, id, order, at, price, amount, side }: VenueTrade): unknown => ({
  topic: `/market/match:${listing.symbol}`,
  type: 'message',
  subject: 'trade.l3match',
  data: {
    makerOrderId: orderId('a1', listing.symbol, id),
    price: plainDecimal(price),
    sequence: String(id),
    side,
    size: plainDecimal(amount),
    symbol: listing.symbol,
    takerOrderId: orderId('b2', listing.symbol, order),
    time: `${at}000000`,
    tradeId: String(id),
    type: 'match',
  },
})

const spotTrades: TradeTopic = { topic: '/market/match', message: match }
