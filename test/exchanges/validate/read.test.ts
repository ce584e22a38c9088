import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadKind } from '../../../src/exchanges/feeds/rest-call.ts'
import { read } from '../../../src/exchanges/validate/read.ts'
import { exchanges } from '../../../src/exchanges/registry.ts'
import { anyJson, damaged, keysOf } from './odd-json.ts'
import { samples } from '../samples/registry.ts'
import { expectValid } from './expect-valid-row.ts'

const at = 1_700_000_000_000

describe.each(exchanges.map((exchange) => [exchange.id, exchange] as const))(
  'any payload of %s',
  (id, exchange) => {
    const { payloads, uncounted = [] } = samples[id]!
    const kinds = Object.keys(exchange.readers) as ReadKind[]
    const keys = [...new Set([...payloads.flatMap(({ payload }) => keysOf(payload)), 'code', 'msg', 'data'])]

    test.each(kinds)('%s gives only valid rows and never throws', (kind) => {
      fc.assert(
        fc.property(anyJson(keys), (payload) => {
          const { rows, dropped } = read(exchange, kind, payload, at)
          rows.forEach(expectValid)
          expect(dropped).toBeGreaterThanOrEqual(0)
        }),
        { numRuns: 200 },
      )
    })

    test.each(payloads)(
      'a damaged $kind gives valid rows or none',
      ({ kind, payload, rows: whole, requested }) => {
        let passed = 0
        fc.assert(
          fc.property(damaged(payload), (odd) => {
            const { rows, dropped } = read(exchange, kind, odd, at, requested)
            rows.forEach(expectValid)
            passed += rows.length
            if (uncounted.includes(kind)) return
            if (rows.length < whole.length && Array.isArray(odd) && odd.length >= whole.length)
              expect(dropped).toBeGreaterThan(0)
          }),
          { numRuns: 300 },
        )
        // Most damages leave a valid row; without any the test would check nothing.
        expect(passed).toBeGreaterThan(0)
      },
    )

    test('a message of any shape has a kind or null, and never throws', () => {
      fc.assert(
        fc.property(anyJson([...keys, 'stream']), (message) => {
          const kind = exchange.kindOf(message)
          if (kind !== null) expect(kinds).toContain(kind)
        }),
        { numRuns: 300 },
      )
    })

    test('a kind without a reader is one dropped entry', () => {
      expect(read({ ...exchange, readers: {} }, 'ws.ticker', {}, at)).toMatchObject({ rows: [], dropped: 1 })
    })
  },
)

test('rows read before an unknown shape are kept', () => {
  const exchange = exchanges[0]!
  const reading = read(
    exchange,
    'ws.ticker',
    [{ s: 'SYSBTC', c: '1', E: at }, null, { s: 'ETHBTC', c: '2' }],
    at,
  )
  expect(reading.rows).toHaveLength(1)
  expect(reading.dropped).toBe(1)
})
