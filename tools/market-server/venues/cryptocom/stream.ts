import { byGood } from '../../market/deals.ts'
import type { Shelf } from '../../market/shelf.ts'
import { heard, textsOf } from '../heard.ts'
import type { Guest, Stream } from '../room.ts'
import { openRoom } from '../room.ts'
import { tickerRow, tradeRow } from './rows.ts'

// https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html#websocket-heartbeats and #rate-limits
const HEARTBEAT_MS = 30_000
const RESPONSE_MS = 5_000
const MOST_CHANNELS = 400
const REQUESTS_A_SECOND = 100

const CHANNEL = /^(trade|ticker)\.(.+)$/

/** Opens `/exchange/v1/market`: a heartbeat every 30 s, to be answered within 5. */
export function openStream(shelf: Shelf, wall: () => number): Stream {
  const room = openRoom(wall, (guest) => {
    const mayAsk = openAllowance(wall)
    return (text) => {
      const request = heard(text)
      const { id = -1, method = 'ERROR', params } = request ?? {}
      const reply = (code: number, message?: string): void => {
        const error = message === undefined ? {} : { message, original: text }
        room.tell(guest, { id, method, code, ...error })
      }
      if (!mayAsk()) return reply(42901, 'TOO_MANY_REQUESTS')
      if (method === 'public/respond-heartbeat')
        return void (id === guest.askedAt && (guest.aliveAt = wall()))
      if (method !== 'subscribe' && method !== 'unsubscribe') return reply(40002, 'METHOD_NOT_FOUND')
      const channels = textsOf((params as { channels?: unknown } | undefined)?.channels)
      if (channels.length === 0 || !channels.every(isKnown)) return reply(40003, 'INVALID_REQUEST')
      if (method === 'unsubscribe') for (const channel of channels) guest.topics.delete(channel)
      else if (new Set([...guest.topics, ...channels]).size > MOST_CHANNELS)
        return reply(40107, 'EXCEED_MAX_SUBSCRIPTIONS')
      else for (const channel of channels) guest.topics.add(channel)
      reply(0)
    }
  })
  const isKnown = (channel: string): boolean => shelf.good(CHANNEL.exec(channel)?.[2] ?? '') !== null
  function care(guest: Guest, now: number): void {
    const { askedAt, aliveAt } = guest
    if (askedAt > aliveAt && now - askedAt >= RESPONSE_MS) return room.dismiss(guest, 1000, 'heartbeat')
    if (now - askedAt < HEARTBEAT_MS) return
    guest.askedAt = now
    room.tell(guest, { id: now, method: 'public/heartbeat', code: 0 })
  }
  function say(channel: 'trade' | 'ticker', symbol: string, data: () => unknown[]): void {
    const subscription = `${channel}.${symbol}`
    room.say(subscription, () => {
      const result = { instrument_name: symbol, subscription, channel, data: data() }
      return { id: -1, method: 'subscribe', code: 0, result }
    })
  }
  return {
    connect: (line) => room.connect(line),
    step(deals) {
      for (const guest of room.guests) care(guest, wall())
      for (const [good, own] of byGood(deals)) {
        // Newest first.
        say('trade', good.symbol, () => own.toReversed().map(tradeRow))
        say('ticker', good.symbol, () => [tickerRow(shelf, good)])
      }
    },
    goodbye: () => room.close(1013, 'Server restarting -- try again later'),
  }
}

/**
 * A hundred requests in each second of the calendar, of the one in which the line was opened only the
 * share that was left of it: hence the advice to wait a second after opening.
 */
function openAllowance(wall: () => number): () => boolean {
  const opened = wall()
  let second = Math.floor(opened / 1_000)
  let left = Math.floor((REQUESTS_A_SECOND * (1_000 - (opened % 1_000))) / 1_000)
  return () => {
    const now = Math.floor(wall() / 1_000)
    if (now !== second) left = REQUESTS_A_SECOND
    second = now
    left -= 1
    return left >= 0
  }
}
