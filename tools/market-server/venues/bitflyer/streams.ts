import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import { byGood } from '../../market/deals.ts'
import type { Shelf } from '../../market/shelf.ts'
import { parsed } from '../heard.ts'
import type { Guest, Stream } from '../room.ts'
import { openRoom } from '../room.ts'
import { openTurns } from '../turns.ts'
import { executionOf, tickerOf } from './rows.ts'

const PING_MS = 15_000
const TICKER_MS = 500
const CHANNEL = /^lightning_(?:ticker|executions|board|board_snapshot)_\w+$/

/**
 * JSON-RPC 2.0. Every channel with a known beginning is acknowledged, of a product nobody lists nothing follows.
 * At most two tickers a second; a ping every 15 s, out for whom the last is still unanswered.
 * https://bf-lightning-api.readme.io/docs/endpoint-json-rpc
 */
export function openStreams(shelf: Shelf, wall: () => number): Stream {
  const room = openRoom(wall, (guest) => (text) => hear(guest, text))
  const turns = openTurns(shelf, TICKER_MS)
  const push = (channel: string, message: () => unknown): void =>
    room.say(channel, () => rpc({ method: 'channelMessage', params: { channel, message: message() } }))
  return {
    connect: (line) => room.connect(line),
    step(deals) {
      for (const guest of room.guests) ping(guest)
      for (const [{ symbol }, own] of byGood(deals))
        push(`lightning_executions_${symbol}`, () => own.map((deal) => zoned('exec_date', executionOf(deal))))
      for (const good of turns(deals))
        push(`lightning_ticker_${good.symbol}`, () => zoned('timestamp', tickerOf(shelf, good, good.symbol)))
    },
    // No word for it on the wire.
    goodbye: () => room.close(1001, ''),
  }

  function hear(guest: Guest, text: string): void {
    const said = parsed(text)
    if (said === undefined)
      return room.tell(guest, rpc({ error: { code: -32_700, message: 'Parse error' }, id: null }))
    const replies = [said].flat().flatMap((call) => obey(guest, (call ?? {}) as JsonObject))
    if (replies.length > 0) room.tell(guest, Array.isArray(said) ? replies : replies[0])
  }

  /** @returns the reply; none to a call without an id */
  function obey({ topics }: Guest, { method, params, id }: JsonObject): unknown[] {
    const reply = (more: object): unknown[] => (id === undefined ? [] : [rpc({ id, ...more })])
    const error = (code: number, message: string): unknown[] => reply({ error: { code, message } })
    if (method !== 'subscribe' && method !== 'unsubscribe') return error(-32_601, 'Method not found')
    const channel = (params as JsonObject | undefined)?.channel
    if (typeof channel !== 'string') return error(-32_602, 'Invalid params')
    if (!CHANNEL.test(channel)) return error(-32_602, 'invalid channel')
    if (method === 'unsubscribe') topics.delete(channel)
    else if (topics.has(channel)) return error(-32_009, 'already subscribed')
    else topics.add(channel)
    return reply({ result: true })
  }

  function ping(guest: Guest): void {
    if (wall() - guest.askedAt < PING_MS) return
    if (guest.askedAt > guest.aliveAt) return room.dismiss(guest, 1006, '')
    guest.askedAt = wall()
    guest.line.ping()
  }
}

const rpc = (more: object): object => ({ jsonrpc: '2.0', ...more })
const zoned = (key: string, row: JsonObject): JsonObject => ({ ...row, [key]: `${String(row[key])}Z` })
