import type { Deal } from '../../market/deals.ts'
import { byGood } from '../../market/deals.ts'
import type { Shelf } from '../../market/shelf.ts'
import { heard } from '../heard.ts'
import { openIdle } from '../idle.ts'
import { plain } from '../plain.ts'
import type { Guest, Stream } from '../room.ts'
import { openRoom } from '../room.ts'
import { decimal } from './rest.ts'

const IDLE_MS = 60_000
const FRAME_MS = 100

/**
 * Nothing is ever answered: not a subscription, not a pair nobody lists, not nonsense. Unsubscribing is passed
 * over, subscribing twice doubles every frame. Trades go every tenth of a second, one frame a channel; no ping
 * comes, and what carries nothing for a minute is cut. https://coincheck.com/documents/exchange/api#websocket
 */
export function openStreams(shelf: Shelf, wall: () => number): Stream {
  const wishes = new WeakMap<Guest, string[]>()
  const room = openRoom(wall, (guest) => (text) => hear(guest, text))
  const idle = openIdle(room, wall)
  let waiting: Deal[] = []
  let slot = Math.floor(shelf.now / FRAME_MS)
  return {
    connect: (line) => idle.connect(line),
    step(deals) {
      idle.cut(() => IDLE_MS)
      waiting.push(...deals)
      if (Math.floor(shelf.now / FRAME_MS) === slot) return
      slot = Math.floor(shelf.now / FRAME_MS)
      const due = byGood(waiting)
      waiting = []
      for (const [good, own] of due) {
        for (const guest of room.guests)
          for (const channel of wishes.get(guest) ?? [])
            if (channel === `${good.symbol}-trades`) room.tell(guest, own.toReversed().map(tradeRow))
      }
    },
    // No word for it on the wire.
    goodbye: () => room.close(1001, ''),
  }

  function hear(guest: Guest, text: string): void {
    const { type, channel } = heard(text) ?? {}
    if (type !== 'subscribe' || typeof channel !== 'string') return
    wishes.set(guest, [...(wishes.get(guest) ?? []), channel])
  }
}

/** Second, id, pair, price, amount, the taker's side, the taker's order, the maker's, the auction's. */
const tradeRow = ({ good, id, order, at, price, amount, side }: Deal): unknown => [
  String(Math.floor(at / 1_000)),
  String(id),
  good.symbol,
  decimal(price),
  plain(amount),
  side,
  String(2 * order + 1),
  String(2 * id),
  null,
]
