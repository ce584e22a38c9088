import { expect, test } from 'vitest'
import { exchanges } from '../../src/exchanges/registry.ts'
import { read } from '../../src/exchanges/validate/read.ts'
import type { ReadKind } from '../../src/exchanges/feeds/rest-call.ts'

// `JSON.parse` does not recurse in either browser: what it returns may be nested deeper than any stack.

const lists = JSON.parse('['.repeat(1e5) + ']'.repeat(1e5)) as unknown
const objects = ['data', 'result', 'e', 'ping', 'event', 'topic', 'params', 'message'].map(
  (key) => JSON.parse(`{"${key}":`.repeat(1e5) + '1' + '}'.repeat(1e5)) as unknown,
)

test.each(exchanges.map((exchange) => [exchange.id, exchange] as const))(
  '%s reads a message nested 100,000 deep to its end, and makes no tick or trade of it',
  (_, exchange) => {
    for (const message of [lists, ...objects]) {
      expect(exchange.kindOf(message)).toBeNull()
      for (const kind of Object.keys(exchange.readers) as ReadKind[])
        for (const { type } of read(exchange, kind, message, 0).rows)
          expect(['tick', 'trade']).not.toContain(type)
      for (const stream of [exchange.stream, exchange.trades.stream]) {
        expect(stream?.isClosing?.(message) ?? false).toBe(false)
        stream?.subscriptionReply?.(message)
        stream?.heartbeat?.answer?.(message)
      }
      exchange.refusal?.(message)
    }
  },
)
