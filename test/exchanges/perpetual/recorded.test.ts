import { describe, expect, test } from 'vitest'
import { perpetualMarkets } from '../../../src/exchanges/perpetual/registry.ts'
import { agreement, type Difference } from './recorded/agreement.ts'
import { perpetualCases, readCase, recordings } from './recorded/case.ts'
import { empty } from './recorded/empty.ts'
import { exceptions } from './recorded/exceptions.ts'

/** Share of the compared fields that must agree, not counting excused fields that another source confirms. */
const minAgreement = 0.98

const excuse = (difference: Difference) =>
  exceptions.find(
    ({ recorded, peer, field }) =>
      difference.recorded.startsWith(recorded) &&
      field === difference.field &&
      (peer ?? difference.peer) === difference.peer,
  )

describe.each(perpetualMarkets.map((market) => [market.venue, market] as const))(
  'recorded contracts of %s',
  (venue, market) => {
    const cases = perpetualCases(venue)
    const title = cases ? '' : ` (skipped: ${recordings}/${venue}.json is not here)`
    const current =
      cases?.filter(({ format, kind }) => format === 'current' && market.readers[kind] !== undefined) ?? []
    const { compared, differences } = agreement(market, current)

    test.skipIf(!cases)(`are read as peers read them${title}`, () => {
      const alone = differences.filter((difference) => !excuse(difference)?.source)
      expect(differences.filter((difference) => !excuse(difference))).toEqual([])
      expect(compared).toBeGreaterThan(0)
      expect(alone.length).toBeLessThanOrEqual(compared * (1 - minAgreement))
    })

    test.skipIf(!cases)(`give a row each, and need every exception${title}`, () => {
      for (const known of current) {
        const { rows, unsized } = readCase(market, known)
        expect(rows.length + unsized.length === 0, known.id).toBe(known.id in empty)
      }
      const needed = exceptions.filter(({ recorded }) => current.some(({ id }) => id.startsWith(recorded)))
      for (const exception of needed) expect(differences.map(excuse)).toContain(exception)
    })

    test.skipIf(!cases)(`of retired formats give none${title}`, () => {
      const legacy = cases!.filter(({ format, kind }) => format === 'legacy' && market.readers[kind])
      for (const known of legacy) expect(readCase(market, known).rows, known.id).toEqual([])
    })
  },
)
