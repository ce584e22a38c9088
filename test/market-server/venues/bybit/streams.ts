import { byGood } from '../../market/deals.ts'
import type { Deal } from '../../market/deals.ts'
import type { Print } from '../../market/order.ts'
import type { Shelf } from '../../market/shelf.ts'
import { plain } from '../plain.ts'
import type { Seat } from '../rooms.ts'
import { openRooms, orderOf, textsOf } from '../rooms.ts'
import type { Line, Talk } from '../venue.ts'

// https://bybit-exchange.github.io/docs/v5/ws/connect: spot takes ten args a request; who sends no
// ping for long is closed (the time is not published).

const MOST_ARGS = 10
const MOST_TRADES = 1_024

export interface Streams {
  connect(line: Line): Talk
  step(prints: readonly Print[]): void
  goodbye(): void
}

export function openStreams(shelf: Shelf, wall: () => number): Streams {
  const rooms = openRooms(wall, { silentMs: 60_000, hear: (seat, text) => hear(shelf, seat, text) })
  return {
    connect: (line) => rooms.connect(line),
    step(prints) {
      rooms.care()
      for (const [{ symbol }, deals] of byGood(shelf.dealsOf(prints))) {
        const topic = `publicTrade.${symbol}`
        if (!rooms.wanted(topic)) continue
        for (let from = 0; from < deals.length; from += MOST_TRADES) {
          const data = deals.slice(from, from + MOST_TRADES).map(trade)
          rooms.publish(topic, JSON.stringify({ topic, ts: shelf.now, type: 'snapshot', data }))
        }
      }
    },
    goodbye: () => rooms.closeAll(1001, ''),
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

function hear(shelf: Shelf, { line, topics }: Seat, text: string): void {
  const { op, args, req_id = '' } = orderOf(text)
  const say = (success: boolean, ret_msg: string): void =>
    line.send(JSON.stringify({ success, ret_msg, conn_id: 'b1c2', req_id, op }))
  if (op === 'ping') return say(true, 'pong')
  if (op !== 'subscribe' && op !== 'unsubscribe') return say(false, 'unknown op')
  const asked = textsOf(args)
  if (asked.length > MOST_ARGS) return say(false, 'args size >10')
  const strange = asked.find((topic) => !/^publicTrade\./.test(topic) || !shelf.good(topic.slice(12)))
  if (strange !== undefined) return say(false, `Invalid symbol :[${strange}]`)
  for (const topic of asked)
    if (op === 'subscribe') topics.add(topic)
    else topics.delete(topic)
  say(true, op)
}
