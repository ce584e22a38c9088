import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { ReadKind } from '../../../src/exchanges/feeds/rest-call.ts'
import { read } from '../../../src/exchanges/validate/read.ts'
import { exchanges } from '../../../src/exchanges/registry.ts'
import { anyJson, damaged, keysOf } from './odd-json.ts'
import { samples } from '../samples/registry.ts'
import { expectValid } from './expect-valid-row.ts'
import { isWhole } from '../../shared/length.ts'

const at = 1_700_000_000_000
/** Of each property at each venue: `npm run fuzz` plays millions. */
const runs = isWhole ? 300 : 100

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
        { numRuns: runs },
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
          // The whole one too: of a payload of two values any damage may leave nothing.
          { numRuns: runs, examples: [[payload]] },
        )
        // Without any valid row the test would check nothing.
        expect(passed).toBeGreaterThan(0)
      },
    )

    test('a message of any shape has a kind or null, and never throws', () => {
      fc.assert(
        fc.property(anyJson([...keys, 'stream']), (message) => {
          const kind = exchange.kindOf(message)
          if (kind !== null) expect(kinds).toContain(kind)
        }),
        { numRuns: runs },
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

describe('limits of a message', () => {
  const exchange = exchanges[0]!
  const tick = (i: number) => ({ s: `C${i}USDT`, c: '1', E: at })

  test('so many rows are read, and the rest is not looked at', () => {
    let looked = 0
    const payload = Array.from({ length: 60_000 }, (_, i) => tick(i))
    const counted = new Proxy(payload, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looked++
        return Reflect.get(target, key) as unknown
      },
    })
    const { rows, dropped } = read(exchange, 'ws.ticker', counted, at)
    expect([rows.length, dropped, looked]).toEqual([20_000, 1, 20_001])
  })

  test('of trades fewer, for each is held against those of its moment', () => {
    const trade = { a: 1, p: '1', q: '1', T: at, m: true }
    const { rows, dropped } = read(exchange, 'rest.trades', Array(6000).fill(trade), at, 'SYSBTC')
    expect([rows.length, dropped]).toEqual([5000, 1])
  })

  test('coins that a notice names beyond the limit are counted as dropped', () => {
    const assets = Array.from({ length: 150 }, (_, i) => `C${i}`)
    const notice = { type: 'notice', scope: 'asset', state: 'active', what: 'other', assets } as const
    const spoken: Exchange = { ...exchange, readers: { 'rest.status': () => [notice] } }
    const { rows, dropped } = read(spoken, 'rest.status', {}, at)
    expect(rows).toMatchObject([{ assets: assets.slice(0, 100) }])
    expect(dropped).toBe(50)
  })
})
