import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import { byListing } from '../../market/venue-trades.ts'
import { jsonIn } from '../client-message.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { openThrottle } from '../throttle.ts'
import type { Products } from './products.ts'
import { executionOf, tickerOf } from './rows.ts'

const pingEveryMs = 15_000
const tickerEveryMs = 500
const channelPattern = /^lightning_(?:ticker|executions|board|board_snapshot)_\w+$/

/**
 * JSON-RPC 2.0. Every channel with a known prefix is acknowledged; for an unlisted product nothing follows. At
 * most two tickers a second; a ping every 15 s, clients that miss one are disconnected at the next.
 * https://bf-lightning-api.readme.io/docs/endpoint-json-rpc
 */
export function openStreams({ spot, cfd, named }: Products, wall: () => number): Stream {
  const hub = openHub(wall, (client) => (text) => receive(client, text))
  const throttle = openThrottle(spot, tickerEveryMs)
  const push = (channel: string, message: () => unknown): void =>
    hub.publish(channel, () => rpc({ method: 'channelMessage', params: { channel, message: message() } }))
  return {
    connect: (connection) => hub.connect(connection),
    step(venueTrades) {
      for (const client of hub.clients) ping(client)
      for (const [{ symbol }, own] of byListing(venueTrades))
        push(`lightning_executions_${symbol}`, () =>
          own.map((venueTrade) => zoned('exec_date', executionOf(venueTrade))),
        )
      for (const { symbol } of throttle(venueTrades)) {
        const product = named(symbol)
        if (product) push(`lightning_ticker_${symbol}`, () => zoned('timestamp', tickerOf(product)))
      }
    },
    // The protocol has no shutdown message.
    shutdown: () => hub.close(1001, ''),
  }

  function receive(client: Client, text: string): void {
    const message = jsonIn(text)
    if (message === undefined)
      return hub.send(client, rpc({ error: { code: -32_700, message: 'Parse error' }, id: null }))
    const replies = [message].flat().flatMap((call) => execute(client, (call ?? {}) as JsonObject))
    if (replies.length > 0) hub.send(client, Array.isArray(message) ? replies : replies[0])
  }

  /** @returns the reply; none to a call without an id */
  function execute({ topics }: Client, { method, params, id }: JsonObject): unknown[] {
    const reply = (more: object): unknown[] => (id === undefined ? [] : [rpc({ id, ...more })])
    const error = (code: number, message: string): unknown[] => reply({ error: { code, message } })
    if (method !== 'subscribe' && method !== 'unsubscribe') return error(-32_601, 'Method not found')
    const channel = (params as JsonObject | undefined)?.channel
    if (typeof channel !== 'string') return error(-32_602, 'Invalid params')
    if (!channelPattern.test(channel)) return error(-32_602, 'invalid channel')
    if (method === 'unsubscribe') topics.delete(channel)
    else if (topics.has(channel)) return error(-32_009, 'already subscribed')
    else if (!isUnstreamed(channel.replace('lightning_executions_', ''))) topics.add(channel)
    return reply({ result: true })
  }

  function isUnstreamed(code: string): boolean {
    return spot.unstreamed.has(code) || cfd.unstreamed.has(code)
  }

  function ping(client: Client): void {
    if (wall() - client.probedAt < pingEveryMs) return
    if (client.probedAt > client.aliveAt) return hub.disconnect(client, 1006, '')
    client.probedAt = wall()
    client.connection.ping()
  }
}

const rpc = (more: object): object => ({ jsonrpc: '2.0', ...more })
const zoned = (key: string, row: JsonObject): JsonObject => ({ ...row, [key]: `${String(row[key])}Z` })
