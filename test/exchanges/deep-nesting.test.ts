import { expect, test } from 'vitest'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import type { ReadKind } from '../../src/exchanges/feeds/rest-call.ts'
import { exchanges } from '../../src/exchanges/registry.ts'
import { hasRateLimitCode } from '../../src/exchanges/validate/has-rate-limit-code.ts'
import { read } from '../../src/exchanges/validate/read.ts'

// `JSON.parse` does not recurse in either browser: what it returns may be nested deeper than any stack.

const lists = JSON.parse('['.repeat(1e5) + ']'.repeat(1e5)) as unknown
const nested = (key: string) => JSON.parse(`{"${key}":`.repeat(1e5) + '1' + '}'.repeat(1e5)) as unknown
const objects = ['data', 'result', 'e', 'ping', 'event', 'topic', 'params', 'message', 'error'].map(nested)

/** What a refusal or a reply to a subscription begins with, and the fields in which it says why. */
const replies = [
  ...[{}, { id: 1 }, { id: 1, code: 7 }, { id: '1', success: false }, { status: 'error' }, { status: -1 }],
  ...[{ status: 5 }, { type: 'error' }, { type: 'subscriptions' }, { op: 'subscribe', success: false }],
  ...[{ event: 'error' }, { event: 'subscribe', channel: 'spot.trades' }, { method: 'subscribe', code: 7 }],
  ...[{ success: 0 }, { code: '7' }, { retCode: 7 }, { error: ['E'], result: null }],
] as const
const fields = [
  ...['error', 'code', 'msg', 'message', 'messages', 'reason', 'data', 'result', 'id', 'arg', 'channels'],
  ...['ret_msg', 'retMsg', 'retCode', 'err-msg', 'err-code', 'error_message', 'label', 'payload', 'symbol'],
  ...['status', 'topic', 'ch', 'channel', 'params', 'success', 'type', 'event', 'method'],
] as const
/** A field as deep as can be, and one that no text can be made of. */
const odd = [[lists], nested('message'), { toString: 1, code: lists, message_string: lists }]

/** Everything that looks at a message before its rows are read: an error there would cost the connection's others. */
function lookAt(exchange: Exchange, message: unknown): void {
  for (const stream of [exchange.stream, exchange.trades.stream]) {
    expect(stream?.isClosing?.(message) ?? false).toBe(false)
    stream?.subscriptionReply?.(message)
    stream?.heartbeat?.answer?.(message)
  }
  exchange.refusal?.(message)
  hasRateLimitCode(exchange, message)
}

const each = exchanges.map((exchange) => [exchange.id, exchange] as const)

test.each(each)(
  '%s reads a message nested 100,000 deep to its end, and makes no tick or trade of it',
  (_, exchange) => {
    for (const message of [lists, ...objects]) {
      expect(exchange.kindOf(message)).toBeNull()
      for (const kind of Object.keys(exchange.readers) as ReadKind[])
        for (const { type } of read(exchange, kind, message, 0).rows)
          expect(['tick', 'trade']).not.toContain(type)
      lookAt(exchange, message)
    }
  },
)

test.each(each)('%s understands refusals and replies whose every field may be as deep', (_, exchange) => {
  for (const reply of replies)
    for (const field of fields)
      for (const deep of odd) {
        const message = { ...reply, [field]: deep }
        exchange.kindOf(message)
        lookAt(exchange, message)
      }
})
