import { describe, expect, test } from 'vitest'
import type { ReadKind } from '../../src/exchanges/exchange.ts'
import { read } from '../../src/exchanges/read.ts'
import { exchanges } from '../../src/exchanges/registry.ts'
import type { Row } from '../../src/market/row.ts'
import { agreement, type Difference } from './recorded/agreement.ts'
import { kindOfCase, recordedCases, recordings } from './recorded/case.ts'
import { exceptions } from './recorded/exceptions.ts'
import { expectSound } from './sound-row.ts'

const at = 1_700_000_000_000
/** Peers are never right alone: so many of the compared fields must agree, whatever is excused. */
const leastAgreement = 0.99

const isExcused = ({ recorded, field }: Difference) =>
  exceptions.some((known) => known.recorded === recorded && known.field === field)

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
      expect(compared).toBeGreaterThan(0)
      expect(differences.filter((difference) => !isExcused(difference))).toEqual([])
      expect(1 - differences.length / compared).toBeGreaterThanOrEqual(leastAgreement)
    })

    test.skipIf(!cases)(`need every exception that is named${title}`, () => {
      const needed = exceptions.filter(({ recorded }) => recorded.startsWith(`${id}/`))
      for (const { recorded, field } of needed) {
        expect(differences, `${recorded} agrees in ${field} now: take its exception out`).toContainEqual(
          expect.objectContaining({ recorded, field }),
        )
      }
    })

    test.skipIf(!cases)(`give only sound rows by any reader${title}`, () => {
      for (const { payload } of cases!) {
        for (const kind of Object.keys(exchange.readers) as ReadKind[])
          ours(kind, payload).forEach(expectSound)
      }
    })

    test.skipIf(!cases)(`of kinds and formats that are not ours give no trade and no price${title}`, () => {
      for (const { id: recorded, kind, payload } of others) {
        // A pair's own 24-h ticker is one more ticker, though the peer leaves it out.
        if (kind === 'ws.other' && JSON.stringify(payload).includes('"24hrTicker"')) continue
        for (const reader of [
          'ws.ticker',
          'ws.trades',
          'rest.tickers',
          'rest.trades',
          'rest.symbols',
        ] as const) {
          expect(ours(reader, payload), `${recorded} read as ${reader}`).toEqual([])
        }
      }
    })
  },
)
