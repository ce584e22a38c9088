import type { Deal } from '../../market/deals.ts'
import { byGood } from '../../market/deals.ts'
import type { Print } from '../../market/order.ts'
import type { Shelf } from '../../market/shelf.ts'
import { heard, textsOf } from '../heard.ts'
import { plain } from '../plain.ts'
import type { Room } from '../room.ts'
import { dismissSilent, openRoom } from '../room.ts'

// https://bybit-exchange.github.io/docs/v5/ws/connect: spot takes ten args a request; after what
// silence a line is closed is not published.

const MOST_ARGS = 10
const MOST_TRADES = 1_024
const SILENT_MS = 60_000

/** The public spot stream. */
export function openStreams(
  shelf: Shelf,
  wall: () => number,
): Room & { step(prints: readonly Print[]): void } {
  const room = openRoom(wall, (guest) => (text) => {
    guest.aliveAt = wall()
    const { op, args, req_id = '' } = heard(text) ?? {}
    const say = (success: boolean, ret_msg: string): void =>
      room.tell(guest, { success, ret_msg, conn_id: 'b1c2', req_id, op })
    if (op === 'ping') return say(true, 'pong')
    if (op !== 'subscribe' && op !== 'unsubscribe') return say(false, 'unknown op')
    const topics = textsOf(args)
    if (topics.length > MOST_ARGS) return say(false, 'args size >10')
    const strange = topics.find((topic) => !/^publicTrade\./.test(topic) || !shelf.good(topic.slice(12)))
    if (strange !== undefined) return say(false, `Invalid symbol :[${strange}]`)
    for (const topic of topics)
      if (op === 'subscribe') guest.topics.add(topic)
      else guest.topics.delete(topic)
    say(true, op)
  })
  return {
    ...room,
    step(prints) {
      dismissSilent(room, wall() - SILENT_MS)
      for (const [{ symbol }, deals] of byGood(shelf.dealsOf(prints))) {
        const topic = `publicTrade.${symbol}`
        for (let from = 0; from < deals.length; from += MOST_TRADES) {
          const some = deals.slice(from, from + MOST_TRADES)
          room.say(topic, () => ({ topic, ts: shelf.now, type: 'snapshot', data: some.map(trade) }))
        }
      }
    },
  }
}

const trade = ({ good, id, order, at, price, amount, side }: Deal): unknown => ({
  i: String(2_290_000_000_000_000_000n + BigInt(id)),
  T: at,
  p: plain(price),
  v: plain(amount),
  S: side === 'buy' ? 'Buy' : 'Sell',
  seq: order,
  s: good.symbol,
  BT: false,
  RPI: false,
})
