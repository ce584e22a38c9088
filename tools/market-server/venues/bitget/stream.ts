import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import { byGood } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { heard } from '../heard.ts'
import type { Guest, Stream } from '../room.ts'
import { openRoom } from '../room.ts'
import { streamTicker, tradeRow } from './rows.ts'

// https://www.bitget.com/api-doc/common/websocket-intro
const SILENCE_MS = 120_000
const MESSAGES_A_SECOND = 10
const SUBSCRIPTIONS_AN_HOUR = 240
const MOST_BYTES = 4_096
const MOST_CHANNELS = 1_000

const argOf = (channel: string, { symbol: instId }: Good) => ({ instType: 'SPOT', channel, instId })

/** Opens the public stream of API v2: text frames, kept open by the word `ping`. */
export function openStream(shelf: Shelf, wall: () => number): Stream {
  const room = openRoom(wall, (guest) => {
    const second = openBudget(wall, MESSAGES_A_SECOND, 1_000)
    const hour = openBudget(wall, SUBSCRIPTIONS_AN_HOUR, 3_600_000)
    return (text) => {
      if (second.charge(1) > 0) {
        complain(guest, 30007, 'request over limit,connection close')
        return room.dismiss(guest, 1008, 'request over limit')
      }
      if (text === 'ping') {
        guest.aliveAt = wall()
        return guest.line.send('pong')
      }
      if (text.length > MOST_BYTES) return complain(guest, 30002, 'Illegal request')
      const { op, args } = heard(text) ?? {}
      if (!Array.isArray(args)) return complain(guest, 30002, 'Illegal request')
      if (op !== 'subscribe' && op !== 'unsubscribe') return complain(guest, 30003, 'Invalid op')
      if (hour.charge(1) > 0) return complain(guest, 30006, 'Requests too many')
      for (const arg of args as JsonObject[]) order(guest, op, arg)
    }
  })
  function complain(guest: Guest, code: number, msg: string, more: JsonObject = {}): void {
    room.tell(guest, { event: 'error', ...more, code, msg })
  }
  function order(guest: Guest, op: 'subscribe' | 'unsubscribe', arg: JsonObject): void {
    const { instType, channel, instId } = arg
    const topic = `${String(channel)} ${String(instId)}`
    const good = shelf.good(String(instId))
    if (instType !== 'SPOT' || (channel !== 'ticker' && channel !== 'trade') || !good) {
      const named = `instType:${String(instType)},channel:${String(channel)},instId:${String(instId)}`
      return complain(guest, 30001, `${named} doesn't exist`, { arg })
    }
    if (op === 'unsubscribe') guest.topics.delete(topic)
    else if (guest.topics.size < MOST_CHANNELS) guest.topics.add(topic)
    else return complain(guest, 30006, 'Requests too many', { arg })
    room.tell(guest, { event: op, arg })
    if (op === 'unsubscribe') return
    // The last trade and the ticker come at once.
    const data = channel === 'trade' ? shelf.trades(good, 1).map(tradeRow) : [streamTicker(shelf, good)]
    room.tell(guest, { action: 'snapshot', arg, data, ts: shelf.now })
  }
  return {
    connect: (line) => room.connect(line),
    step(deals) {
      for (const guest of room.guests)
        if (wall() - guest.aliveAt >= SILENCE_MS) room.dismiss(guest, 1000, 'no ping')
      for (const [good, own] of byGood(deals)) {
        const ts = shelf.now
        const say = (action: string, channel: string, data: () => unknown[]): void =>
          room.say(`${channel} ${good.symbol}`, () => ({
            action,
            arg: argOf(channel, good),
            data: data(),
            ts,
          }))
        say('update', 'trade', () => own.map(tradeRow))
        say('snapshot', 'ticker', () => [streamTicker(shelf, good)])
      }
    },
    goodbye: () => room.close(1001, 'going away'),
  }
}
