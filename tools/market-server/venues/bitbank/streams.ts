import { byGood } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { parsed } from '../heard.ts'
import type { Guest, Stream } from '../room.ts'
import { openRoom } from '../room.ts'
import { openTurns } from '../turns.ts'
import { circuitOf, tickerOf, transactionOf } from './rows.ts'

const PING_MS = 25_000
const PONG_MS = 20_000

/**
 * Socket.IO 4 over Engine.IO 4: `0{…}` opens, the client's `40` is answered, `2` asks for a `3` every 25 s and
 * who owes it for 20 s more is out, `42[…]` carries an event. Nothing acknowledges a room, none is refused.
 * https://github.com/bitbankinc/bitbank-api-docs/blob/master/public-stream.md
 */
export function openStreams(shelf: Shelf, wall: () => number): Stream {
  const room = openRoom(wall, hear, (packet) => String(packet))
  const connected = new WeakSet<Guest>()
  const modes = new Map(shelf.goods.map((good) => [good, shelf.status(good)]))
  const turns = openTurns(shelf, 1_000)
  return {
    connect: (line) => room.connect(line),
    step(deals) {
      for (const guest of room.guests) care(guest)
      for (const [{ symbol }, own] of byGood(deals))
        say(`transactions_${symbol}`, () => ({ transactions: own.map(transactionOf) }))
      for (const good of turns(deals)) say(`ticker_${good.symbol}`, () => tickerOf(shelf, good))
      for (const good of shelf.goods) sayBreaker(good)
    },
    // No word for it on the wire.
    goodbye: () => room.close(1001, ''),
  }

  function hear(guest: Guest): (text: string) => void {
    const open = { sid: `q${room.guests.size}`, upgrades: [], pingInterval: PING_MS, pingTimeout: PONG_MS }
    room.tell(guest, `0${JSON.stringify({ ...open, maxPayload: 1_000_000 })}`)
    return (text) => {
      if (text === '3') guest.aliveAt = wall()
      else if (text === '40') {
        connected.add(guest)
        room.tell(guest, `40${JSON.stringify({ sid: `s${room.guests.size}` })}`)
      } else if (!text.startsWith('42') || !obey(guest, text.slice(2))) room.dismiss(guest, 1000, '')
    }
  }

  /** @returns whether it was an event at all; one that nobody knows is passed over */
  function obey(guest: Guest, event: string): boolean {
    const said = parsed(event)
    if (!Array.isArray(said)) return false
    const [name, room_name] = said as readonly unknown[]
    if (!connected.has(guest) || typeof room_name !== 'string') return true
    if (name === 'leave-room') guest.topics.delete(room_name)
    if (name !== 'join-room') return true
    guest.topics.add(room_name)
    const good = shelf.good(room_name.replace('circuit_break_info_', ''))
    if (good) room.tell(guest, packetOf(room_name, circuitOf(shelf, good)))
    return true
  }

  function care(guest: Guest): void {
    const now = wall()
    const owes = guest.askedAt > guest.aliveAt
    const idle = !connected.has(guest) && now - guest.openedAt >= PING_MS + PONG_MS
    if (idle || (owes && now - guest.askedAt >= PONG_MS)) return room.dismiss(guest, 1000, '')
    if (owes || now - guest.askedAt < PING_MS) return
    guest.askedAt = now
    room.tell(guest, '2')
  }

  function say(name: string, data: () => unknown): void {
    room.say(name, () => packetOf(name, data()))
  }

  function sayBreaker(good: Good): void {
    const mode = shelf.status(good)
    if (modes.get(good) === mode) return
    modes.set(good, mode)
    say(`circuit_break_info_${good.symbol}`, () => circuitOf(shelf, good))
  }
}

const packetOf = (room_name: string, data: unknown): string =>
  `42${JSON.stringify(['message', { room_name, message: { data } }])}`
