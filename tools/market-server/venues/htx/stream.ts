import { gzipSync } from 'node:zlib'
import { byGood } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { heard } from '../heard.ts'
import type { Guest, Stream } from '../room.ts'
import { openRoom } from '../room.ts'
import { figuresRow, matchesOf } from './rows.ts'

// Pings and their deadline: https://www.htx.com/en-us/opend/newApiPages/ (heartbeat); two unanswered
// ones end it, which by the clock is about 15 s.
const PING_MS = 5_000
const DEADLINE_MS = 15_000

const ALL = 'market.tickers'
const TOPIC = /^market\.([^.]+)\.(?:trade\.detail|detail)$/

/** Opens the socket path `/ws`. One topic a frame. */
export function openStream(shelf: Shelf, wall: () => number): Stream {
  const changed = openChanges(shelf)
  let spoken = Math.floor(shelf.now / 1_000)
  const room = openRoom(
    wall,
    (guest) => (text) => {
      const said = heard(text)
      if (!said) return complain(guest, undefined, 'not json, is not json string')
      // The client's own ping is a sign of life as well.
      if ('pong' in said || 'ping' in said) guest.aliveAt = wall()
      if ('ping' in said) room.tell(guest, { pong: said.ping })
      if ('sub' in said) subscribe(guest, String(said.sub), said.id)
      if ('unsub' in said) unsubscribe(guest, String(said.unsub), said.id)
    },
    (message) => gzipSync(JSON.stringify(message)),
  )
  function complain(guest: Guest, id: unknown, message: string): void {
    room.tell(guest, { id, status: 'error', 'err-code': 'bad-request', 'err-msg': message, ts: shelf.now })
  }
  function subscribe(guest: Guest, topic: string, id: unknown): void {
    const symbol = TOPIC.exec(topic)?.[1]
    if (topic !== ALL && symbol === undefined) return complain(guest, id, `invalid topic ${topic}`)
    if (symbol !== undefined && !shelf.good(symbol)) return complain(guest, id, `invalid symbol ${symbol}`)
    guest.topics.add(topic)
    room.tell(guest, { id, status: 'ok', subbed: topic, ts: shelf.now })
    if (topic === ALL) room.tell(guest, tickers(shelf.goods.filter(({ tape }) => tape.last > 0)))
  }
  function unsubscribe(guest: Guest, topic: string, id: unknown): void {
    if (!guest.topics.delete(topic)) return complain(guest, id, `unsub with not subbed topic ${topic}`)
    room.tell(guest, { id, status: 'ok', unsubbed: topic, ts: shelf.now })
  }
  const tickers = (goods: readonly Good[]) => ({
    ch: ALL,
    status: 'ok',
    ts: shelf.now,
    data: goods.map((good) => ({ symbol: good.symbol, ...figuresRow(shelf, good) })),
  })
  function care(guest: Guest, now: number): void {
    if (now - guest.aliveAt >= DEADLINE_MS) return room.dismiss(guest, 1003, 'ping check expired')
    if (now - guest.askedAt < PING_MS) return
    guest.askedAt = now
    room.tell(guest, { ping: now })
  }
  return {
    connect: (line) => room.connect(line),
    step(deals) {
      for (const guest of room.guests) care(guest, wall())
      for (const [good, own] of byGood(deals)) {
        const ch = `market.${good.symbol}.trade.detail`
        // A taker order is a frame of its own.
        for (const tick of matchesOf(own, 'tradeId').toReversed())
          room.say(ch, () => ({ ch, ts: shelf.now, tick }))
        const detail = `market.${good.symbol}.detail`
        const id = good.tape.lastId
        const tick = () => ({ id, version: id, ...figuresRow(shelf, good) })
        room.say(detail, () => ({ ch: detail, ts: shelf.now, tick: tick() }))
      }
      const second = Math.floor(shelf.now / 1_000)
      if (second === spoken) return
      spoken = second
      const news = changed()
      if (news.length > 0) room.say(ALL, () => tickers(news))
    },
    goodbye: () => room.close(1001, 'going away'),
  }
}

/** Remembers what was last told, so that only changed pairs are told again. */
function openChanges(shelf: Shelf): () => Good[] {
  const told = new Map<Good, number>()
  return () =>
    shelf.goods.filter((good) => {
      const { changes } = good.tape.day
      const isNew = told.get(good) !== changes && good.tape.last > 0
      told.set(good, changes)
      return isNew
    })
}
