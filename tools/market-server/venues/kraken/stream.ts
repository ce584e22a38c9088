import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import { byGood } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { heard, textsOf } from '../heard.ts'
import { isoMicros } from '../iso-micros.ts'
import type { Guest, Stream } from '../room.ts'
import { openRoom } from '../room.ts'
import { systemStatus } from './rows.ts'
import { streamTicker, streamTrade } from './stream-rows.ts'

// https://docs.kraken.com/api/docs/guides/spot-ws-intro
const IDLE_MS = 60_000
const HEARTBEAT_MS = 1_000
const MOST_PAST_TRADES = 50

/** Opens `/v2`. Pairs go by `BTC/USD` here; every one of a request is acknowledged or refused by itself. */
export function openStream(shelf: Shelf, wall: () => number): Stream {
  const named = new Map(shelf.goods.map((good) => [`${good.base}/${good.quote}`, good]))
  let connections = 0
  let system = systemStatus(shelf).status
  /** Who has not been told how the venue is: nothing can be said while the upgrade is under way. */
  const newcomers = new Set<Guest>()
  const room = openRoom(wall, (guest) => {
    newcomers.add(guest)
    return (text) => {
      guest.aliveAt = wall()
      const request = heard(text)
      const times = { time_in: isoMicros(shelf.now), time_out: isoMicros(shelf.now) }
      const { method, params, req_id } = request ?? {}
      const id = req_id === undefined ? {} : { req_id }
      if (method === 'ping') return room.tell(guest, { method: 'pong', ...id, ...times })
      if (method !== 'subscribe' && method !== 'unsubscribe')
        return room.tell(guest, {
          error: 'Malformed request',
          method: 'error',
          success: false,
          ...id,
          ...times,
        })
      order(guest, method, (params ?? {}) as JsonObject, { ...id, ...times })
    }
  })
  function order(
    guest: Guest,
    method: string,
    { channel, symbol, snapshot }: JsonObject,
    more: JsonObject,
  ): void {
    const known = channel === 'trade' || channel === 'ticker'
    if (!known)
      return room.tell(guest, {
        error: `Channel ${String(channel)} not supported`,
        method,
        success: false,
        ...more,
      })
    for (const name of textsOf(symbol)) {
      const good = named.get(name)
      if (!good) {
        const error = `Currency pair not supported ${name}`
        room.tell(guest, { error, method, success: false, symbol: name, ...more })
        continue
      }
      const wantsPast = snapshot === undefined ? channel === 'ticker' : snapshot === true
      if (method === 'subscribe') guest.topics.add(`${channel} ${name}`)
      else guest.topics.delete(`${channel} ${name}`)
      const result =
        method === 'subscribe' ? { channel, snapshot: wantsPast, symbol: name } : { channel, symbol: name }
      room.tell(guest, { method, result, success: true, ...more })
      if (method === 'subscribe' && wantsPast)
        room.tell(guest, { channel, type: 'snapshot', data: past(channel, good) })
    }
  }
  const past = (channel: 'trade' | 'ticker', good: Good): unknown[] =>
    channel === 'ticker' ? [streamTicker(shelf, good)] : shelf.trades(good, MOST_PAST_TRADES).map(streamTrade)
  function tellStatus(guest: Guest): void {
    const data = [{ api_version: 'v2', connection_id: ++connections, system, version: '2.0.10' }]
    room.tell(guest, { channel: 'status', type: 'update', data })
  }
  function care(guest: Guest, now: number): void {
    if (guest.topics.size === 0 && now - guest.aliveAt >= IDLE_MS) return room.dismiss(guest, 1000, 'idle')
    if (guest.topics.size === 0 || now - guest.askedAt < HEARTBEAT_MS) return
    guest.askedAt = now
    room.tell(guest, { channel: 'heartbeat' })
  }
  return {
    connect: (line) => room.connect(line),
    step(deals) {
      const { status } = systemStatus(shelf)
      const untold = status === system ? newcomers : room.guests
      system = status
      for (const guest of untold) tellStatus(guest)
      newcomers.clear()
      for (const guest of room.guests) care(guest, wall())
      for (const [good, own] of byGood(deals)) {
        const name = `${good.base}/${good.quote}`
        const update = (channel: string, data: () => unknown[]): void =>
          room.say(`${channel} ${name}`, () => ({ channel, type: 'update', data: data() }))
        update('trade', () => own.map(streamTrade))
        update('ticker', () => [streamTicker(shelf, good)])
      }
    },
    goodbye: () => room.close(1001, 'going away'),
  }
}
