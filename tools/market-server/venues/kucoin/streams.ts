import type { Deal } from '../../market/deals.ts'
import type { Print } from '../../market/order.ts'
import { seedOf } from '../../market/random.ts'
import type { Shelf } from '../../market/shelf.ts'
import { heard } from '../heard.ts'
import { plain } from '../plain.ts'
import type { Guest, Room } from '../room.ts'
import { dismissSilent, openRoom } from '../room.ts'

// https://www.kucoin.com/docs-new/websocket-api/base-info/introduction: the client pings each 18 s and
// is closed after about a minute of silence; at most 100 pairs in one topic.

const SILENT_MS = 60_000
const MOST_PAIRS = 100

/** The public stream: one message per fill, times in ns, and the taker's order by name. */
export function openStreams(
  shelf: Shelf,
  wall: () => number,
): Room & { step(prints: readonly Print[]): void } {
  const room = openRoom(wall, (guest) => {
    room.tell(guest, { id: guest.line.query.get('connectId') ?? 'welcome', type: 'welcome' })
    return (text) => {
      guest.aliveAt = wall()
      const { id, type, topic, response } = heard(text) ?? {}
      if (type === 'ping') return room.tell(guest, { id, type: 'pong', timestamp: wall() * 1_000 })
      if (type !== 'subscribe' && type !== 'unsubscribe')
        return fail(guest, id, `type ${String(type)} is not supported`)
      const pairs = /^\/market\/match:(.+)$/.exec(String(topic))?.[1]?.split(',') ?? []
      if (pairs.length === 0 || pairs.length > MOST_PAIRS || pairs.some((pair) => !shelf.good(pair)))
        return fail(guest, id, `topic ${String(topic)} is not found`)
      for (const pair of pairs)
        if (type === 'subscribe') guest.topics.add(pair)
        else guest.topics.delete(pair)
      if (response === true) room.tell(guest, { id, type: 'ack' })
    }
  })
  const fail = (guest: Guest, id: unknown, data: string): void =>
    room.tell(guest, { id, type: 'error', code: 404, data })
  return {
    ...room,
    step(prints) {
      dismissSilent(room, wall() - SILENT_MS)
      for (const deal of shelf.dealsOf(prints)) room.say(deal.good.symbol, () => match(deal))
    },
  }
}

/** Ids of orders as KuCoin makes them: 24 hexadecimal digits, unique over all pairs. */
function orderId(role: string, symbol: string, order: number): string {
  const [pair, number] = [seedOf(symbol), order].map((part) => part.toString(16).padStart(8, '0'))
  return `6085c0${role}${pair ?? ''}${number ?? ''}`
}

const match = ({ good, id, order, at, price, amount, side }: Deal): unknown => ({
  topic: `/market/match:${good.symbol}`,
  type: 'message',
  subject: 'trade.l3match',
  data: {
    makerOrderId: orderId('a1', good.symbol, id),
    price: plain(price),
    sequence: String(id),
    side,
    size: plain(amount),
    symbol: good.symbol,
    takerOrderId: orderId('b2', good.symbol, order),
    time: `${at}000000`,
    tradeId: String(id),
    type: 'match',
  },
})
