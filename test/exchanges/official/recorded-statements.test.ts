import { describe, expect, test } from 'vitest'
import { read } from '../../../src/exchanges/validate/read.ts'
import { exchanges } from '../../../src/exchanges/registry.ts'
import type { Row } from '../../../src/market/row.ts'
import { kindOfCase, recordedCases, recordings } from '../recorded/case.ts'

// Recorded official statements, read as by `npm run read`.

/** Later than every recording. */
const at = 1_800_000_000_000
const kinds = ['rest.status', 'ws.status', 'rest.announcements', 'rest.currencies']

/**
 * Expected rows by recording id: `scope what state tickers` of a notice, `asset deposit/withdrawal` of an asset.
 */
const expectedRows: Readonly<Record<string, readonly string[]>> = {
  'binance/rest-currencies-jk-01': ['CTR false/true', 'SKY true/true'],
  'bitbank/ws-status-doc-01': ['pair xrp_jpy halt over'],
  'bitbank/ws-status-doc-02': ['pair xrp_jpy halt active'],
  'bitget/rest-currencies-jk-01': ['BTC true/true'],
  // Six: one of derivatives alone and one of the demo environment are left out. Two leave a way to trade.
  'bybit/rest-status-jk-01': ['maintenance', 'other', 'other', 'maintenance'].map(
    (what) => `venue ${what} over`,
  ),
  'coinbase-advanced/rest-currencies-jk-01': ['USD true/true'],
  'cryptocom/rest-announcements-jk-01': ['venue maintenance over'],
  'gate/rest-currencies-jk-01': ['GT true/true'],
  'gate/rest-currencies-jk-02': ['GT true/true'],
  'gmocoin/rest-status-hand-01': ['venue halt over'],
  'htx/rest-status-jk-01': ['venue halt over'],
  'kraken/rest-status-nt-01': ['venue halt over'],
  'kucoin/rest-status-jk-01': ['venue halt over'],
  'kucoin/rest-currencies-jk-02': ['ETH true/true'],
  'okx/rest-announcements-jk-02': ['asset delisting active margin KISHU', 'asset migration over MATIC'],
}

function saying(row: Row): string {
  if (row.type === 'asset') return `${row.asset} ${String(row.deposit)}/${String(row.withdrawal)}`
  if (row.type !== 'notice') return row.type
  const { scope, symbol, what, state, market, assets = [] } = row
  return [scope, symbol, what, state, market, ...assets].filter(Boolean).join(' ')
}

describe.each(exchanges.map((exchange) => [exchange.id, exchange] as const))(
  'words of %s',
  (id, exchange) => {
    const cases = recordedCases(id)
    const title = cases ? '' : ` (skipped: ${recordings}/${id}.json is not here)`
    const words = cases?.filter(({ kind, format }) => format === 'current' && kinds.includes(kind)) ?? []

    test.skipIf(!cases)(`say what they say${title}`, () => {
      for (const known of words) {
        const { rows, dropped } = read(exchange, kindOfCase(known), known.payload, at)
        expect(dropped, known.id).toBe(0)
        expect(rows.length, known.id).toBeGreaterThan(0)
        const expected = expectedRows[known.id]
        if (expected) expect(rows.map(saying), known.id).toEqual(expected)
        else
          expect(
            rows.every(({ type }) => type === 'asset'),
            `say what ${known.id} says`,
          ).toBe(true)
      }
    })
  },
)

test.skipIf(!recordedCases('okx'))('every recording that is named is there', () => {
  const ids = exchanges.flatMap(({ id }) => recordedCases(id) ?? []).map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(Object.keys(expectedRows)))
})
