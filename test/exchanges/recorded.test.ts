import { describe, expect, test } from 'vitest'
import type { ReadKind } from '../../src/exchanges/feeds/rest-call.ts'
import { read } from '../../src/exchanges/validate/read.ts'
import { exchanges } from '../../src/exchanges/registry.ts'
import type { Row } from '../../src/market/row.ts'
import { agreement, type Difference } from './recorded/agreement.ts'
import { requestedIn, kindOfCase, recordedCases, recordings } from './recorded/case.ts'
import { isWhole, type PeerRow, unnamed } from './recorded/compare.ts'
import { exceptions } from './recorded/exceptions.ts'
import { expectValid } from './validate/expect-valid-row.ts'

const at = 1_700_000_000_000
/** Share of the compared fields that must agree, not counting excused fields that another source confirms. */
const minAgreement = 0.99

const excuse = ({ recorded, field }: Difference) =>
  exceptions.find((known) => known.recorded === recorded && known.field === field)

/** Payloads that we read rightly, recorded as another kind because the peer reads something else from them. */
const alsoRead: readonly string[] = [
  // Trades of the snapshot after a subscription, which the peer ignores.
  'bitget/ws-other-tardis-02',
  // A pair's own 24-h ticker.
  'binance/ws-other-tardis-01',
]

/** Current recordings without any row for us, and why. */
const empty: Readonly<Record<string, string>> = {
  'binance/rest-aggTrades-gct-02': 'trades of nothing at no price',
  'binance/rest-aggTrades-gct-03': 'trades of nothing at no price',
  'binance/rest-aggTrades-gct-05': 'trades of nothing at no price',
  'okx/rest-tickers-jk-02': 'a perpetual',
  'okx/ws-ticker-cf-01': 'a future',
  'kucoin/rest-tickers-xc-01': 'the shape of 2018',
  'bitget/ws-trades-jk-02': 'a perpetual',
  'cryptocom/rest-trades-jk-01': 'a perpetual',
  'cryptocom/ws-trades-jk-01': 'a perpetual',
  'bithumb/rest-trades-vcr-01': 'another venue: Bithumb Global, closed since',
}

describe.each(exchanges.map((exchange) => [exchange.id, exchange] as const))(
  'recordings of %s',
  (id, exchange) => {
    const cases = recordedCases(id)
    const isRead = (kind: ReadKind) => exchange.readers[kind] !== undefined
    const title = cases ? '' : ` (skipped: ${recordings}/${id}.json is not here)`

    const ours = (kind: ReadKind, payload: unknown): readonly Row[] => read(exchange, kind, payload, at).rows
    const current =
      cases?.filter((known) => known.format === 'current' && !known.market && isRead(kindOfCase(known))) ?? []
    const others = cases?.filter((known) => !current.includes(known)) ?? []

    const { compared, differences } = agreement(exchange, current)

    test.skipIf(!cases)(`are read as peers read them${title}`, () => {
      const hasPeers = current.some(({ expected }) => expected.some(({ value }) => Array.isArray(value)))
      expect(compared > 0).toBe(hasPeers)
      expect(differences.filter((difference) => !excuse(difference))).toEqual([])
      const alone = differences.filter((difference) => !excuse(difference)?.source)
      expect(alone.length).toBeLessThanOrEqual(compared * (1 - minAgreement))
    })

    test.skipIf(!cases)(`of the current format each give a row${title}`, () => {
      for (const known of current) {
        const { rows } = read(
          exchange,
          kindOfCase(known),
          known.payload,
          at,
          requestedIn(known, exchange) ?? unnamed,
        )
        expect(rows.length === 0, `${known.id}: ${rows.length} rows`).toBe(known.id in empty)
      }
    })

    test.skipIf(!cases)(`need every listed exception${title}`, () => {
      const needed = exceptions.filter(({ recorded }) => cases!.some((known) => known.id === recorded))
      for (const { recorded, field } of needed) {
        expect(differences, `${recorded} agrees in ${field} now: remove its exception`).toContainEqual(
          expect.objectContaining({ recorded, field }),
        )
      }
    })

    test.skipIf(!cases)(`give only valid rows with any reader${title}`, () => {
      for (const { payload } of cases!) {
        for (const kind of Object.keys(exchange.readers) as ReadKind[])
          ours(kind, payload).forEach(expectValid)
      }
    })

    test.skipIf(!cases)(`of other kinds and formats give no trade and no price${title}`, () => {
      for (const { id: recorded, kind, format, market, payload, expected } of others) {
        // A peer that reads the top of the book from a ticker reads the ticker too.
        const isTicker =
          kind === 'ws.bookTicker' &&
          format === 'current' &&
          !market &&
          expected.some(({ value }) => (value as PeerRow[]).some((row) => isWhole(row, 'ws.ticker')))
        if (isTicker || alsoRead.includes(recorded)) continue
        for (const reader of [
          'ws.ticker',
          'ws.trades',
          'rest.tickers',
          'rest.trades',
          'rest.symbols',
        ] as const) {
          const rows = ours(reader, payload).filter((row) => row.type !== 'error')
          expect(rows, `${recorded} read as ${reader}`).toEqual([])
        }
      }
    })
  },
)
