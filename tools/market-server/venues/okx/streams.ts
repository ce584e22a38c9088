import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import type { Deal } from '../../market/deals.ts'
import { byGood } from '../../market/deals.ts'
import type { Print } from '../../market/order.ts'
import type { Shelf } from '../../market/shelf.ts'
import { heard } from '../heard.ts'
import { plain } from '../plain.ts'
import type { Guest, Room } from '../room.ts'
import { dismissSilent, openRoom } from '../room.ts'

// https://www.okx.com/docs-v5/en/#overview-websocket: 480 orders to subscribe or not an hour on one
// line; a line over which nothing went for 30 s is closed unless the client says the text `ping`.

const MOST_ORDERS = 480
const HOUR = 3_600_000
const SILENT_MS = 30_000

/** The public stream. */
export function openStreams(
  shelf: Shelf,
  wall: () => number,
): Room & { step(prints: readonly Print[]): void } {
  const connId = 'a4d3ae55'
  const fail = (guest: Guest, code: string, msg: string): void =>
    room.tell(guest, { event: 'error', code, msg, connId })
  const room = openRoom(wall, (guest) => {
    let orders: number[] = []
    return (text) => {
      guest.aliveAt = wall()
      if (text === 'ping') return guest.line.send('pong')
      const { op, args } = heard(text) ?? {}
      if ((op !== 'subscribe' && op !== 'unsubscribe') || !Array.isArray(args))
        return fail(guest, '60012', `Illegal request: ${text}`)
      orders = [...orders.filter((at) => wall() - at < HOUR), wall()]
      if (orders.length > MOST_ORDERS) return fail(guest, '60014', 'Requests too frequent')
      for (const arg of args as readonly JsonObject[]) {
        const { channel, instId } = arg
        if (channel !== 'trades' || !shelf.good(String(instId)))
          return fail(guest, '60018', `Invalid request: ${JSON.stringify(arg)} doesn't exist`)
        if (op === 'subscribe') guest.topics.add(String(instId))
        else guest.topics.delete(String(instId))
        room.tell(guest, { event: op, arg: { channel, instId }, connId })
      }
    }
  })
  return {
    ...room,
    step(prints) {
      dismissSilent(room, wall() - SILENT_MS)
      for (const [{ symbol }, deals] of byGood(shelf.dealsOf(prints)))
        for (const merged of mergedByPrice(deals))
          room.say(symbol, () => ({ arg: { channel: 'trades', instId: symbol }, data: [trade(merged)] }))
    },
  }
}

/** The channel tells the fills of one taker order at one price as one. */
function mergedByPrice(deals: readonly Deal[]): Deal[][] {
  const merged: Deal[][] = []
  for (const deal of deals) {
    const group = merged.at(-1)
    if (group?.[0]?.order === deal.order && group[0].price === deal.price) group.push(deal)
    else merged.push([deal])
  }
  return merged
}

function trade(fills: readonly Deal[]): unknown {
  const { good, at, price, side, id } = fills.at(-1)!
  return {
    instId: good.symbol,
    tradeId: String(id),
    px: plain(price),
    sz: plain(fills.reduce((sum, { amount }) => sum + amount, 0)),
    side,
    ts: String(at),
    count: String(fills.length),
    source: '0',
    seqId: id,
  }
}
