import { expect, test } from 'vitest'
import { exchanges } from '../../../src/exchanges/registry.ts'
import { read } from '../../../src/exchanges/validate/read.ts'
import { perpetualCases, receivedAt, recordings, unnamed } from './recorded/case.ts'

/** Payloads that nothing in themselves tells from spot: host and path do. */
const alike: readonly RegExp[] = [
  /^binance\/perp-(rest-trades|ws-ticker|ws-trades)-/,
  /^bitget\/perp-rest-trades-/,
  // Samples of spot, recorded among those of contracts.
  /^bybit\/perp-ws-(ticker|trades)-gct-01$/,
  /^mexc\/perp-rest-trades-cc-01$/,
  /^cryptocom\/perp-rest-symbols-cc-01$/,
]

test.each(exchanges.map((exchange) => [exchange.id, exchange] as const))(
  'the spot readers of %s take no contract for a pair',
  (id, exchange) => {
    const cases = perpetualCases(id)
    if (!cases) return console.warn(`skipped: ${recordings}/${id}.json is not here`)
    const read_ = cases
      .filter(({ kind }) => exchange.readers[kind])
      .filter(({ kind, payload, format }) => {
        if (format === 'legacy') return false
        const { rows } = read(exchange, kind, payload, receivedAt, unnamed)
        return rows.some(({ type }) => type === 'tick' || type === 'trade' || type === 'symbol')
      })
      .map((known) => known.id)
    expect(read_.filter((case_) => !alike.some((known) => known.test(case_)))).toEqual([])
  },
)
