import type { Deal } from '../../market/deals.ts'
import type { Print } from '../../market/order.ts'
import type { Shelf } from '../../market/shelf.ts'
import { heard, textsOf } from '../heard.ts'
import { plain } from '../plain.ts'
import type { Room } from '../room.ts'
import { dismissSilent, openRoom } from '../room.ts'

// https://www.gate.com/docs/developers/apiv4/ws/en/: any number of pairs in one payload; `spot.ping`
// keeps a line.

const SILENT_MS = 60_000

/** The public stream: one message per fill, of the taker's side alone. */
export function openStreams(
  shelf: Shelf,
  wall: () => number,
): Room & { step(prints: readonly Print[]): void } {
  const stamp = () => ({ time: Math.floor(shelf.now / 1_000), time_ms: shelf.now })
  const room = openRoom(wall, (guest) => (text) => {
    guest.aliveAt = wall()
    const { id, channel, event, payload } = heard(text) ?? {}
    const say = (answer: Record<string, unknown>): void =>
      room.tell(guest, { ...stamp(), id, channel, event, ...answer })
    const fail = (code: number, message: string): void => say({ error: { code, message }, result: null })
    if (channel === 'spot.ping') return say({ channel: 'spot.pong', event: '', result: null })
    if (channel !== 'spot.trades') return fail(1, `unknown channel ${String(channel)}`)
    const pairs = textsOf(payload)
    const strange = pairs.find((pair) => !shelf.good(pair))
    if (strange !== undefined) return fail(2, `unknown currency pair: ${strange}`)
    for (const pair of pairs)
      if (event === 'subscribe') guest.topics.add(pair)
      else guest.topics.delete(pair)
    say({ payload, result: { status: 'success' } })
  })
  return {
    ...room,
    step(prints) {
      dismissSilent(room, wall() - SILENT_MS)
      for (const deal of shelf.dealsOf(prints))
        room.say(deal.good.symbol, () => ({
          ...stamp(),
          channel: 'spot.trades',
          event: 'update',
          result: trade(deal),
        }))
    },
  }
}

const trade = ({ good, id, at, price, amount, side }: Deal): unknown => ({
  id,
  id_market: id,
  create_time: Math.floor(at / 1_000),
  create_time_ms: `${at}.000000`,
  side,
  currency_pair: good.symbol,
  amount: plain(amount),
  price: plain(price),
  range: `${id}-${id}`,
})
