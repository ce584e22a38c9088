import { describe, expect, test } from 'vitest'
import { perpetualMarkets } from '../../../src/exchanges/perpetual/registry.ts'
import { agreement, type Difference } from './recorded/agreement.ts'
import { perpetualCases, readCase, recordings } from './recorded/case.ts'
import { exceptions } from './recorded/exceptions.ts'

/** Current recordings without any row for us, and why. */
const empty: Readonly<Record<string, string>> = {
  'binance/perp-rest-tickers-jk-03': 'a dated future',
  'binance/perp-ws-derivatives-cmp-01': 'coin-margined, on a stream of all symbols',
  'binance/perp-ws-derivatives-tardis-03': 'a dated future',
  'binance/perp-ws-liquidations-cc-02': 'a dated future',
  'binance/perp-ws-trades-gct-01': 'a time of 1970',
  'binance/perp-ws-trades-gct-02': 'a time of 1970',
  'binance/perp-ws-trades-jk-01': 'a time of 1970',
  'binance/perp-ws-trades-naut-01': 'a time of 1970',
  'binance/perp-ws-trades-jk-02': 'an event of an account',
  'binance/perp-ws-trades-tardis-03': 'a trade of the insurance fund',
  'bybit/perp-rest-open-interest-cmp-01': 'big deals of API v2, retired in 2023',
  'bybit/perp-ws-ticker-cc-01': 'an option',
  'okx/perp-rest-derivatives-jk-01': 'past premiums, without prices',
  'okx/perp-ws-ticker-gct-01': 'volume of block trades, without a price',
  'okx/perp-ws-ticker-gct-03': 'a spread',
  'okx/perp-ws-trades-gct-01': 'a spread',
  'okx/perp-ws-trades-gct-02': 'a spread',
  'gate/perp-rest-symbols-cc-02': 'a dated future',
  'gate/perp-ws-ticker-tardis-02': 'an acknowledgement',
  'gate/perp-ws-trades-doc-01': 'closed by the venue itself',
  'gate/perp-ws-trades-jk-01': 'closed by the venue itself',
  'mexc/perp-rest-trades-cc-01': 'a trade of the spot market',
  'bitget/perp-ws-derivatives-cmp-01': 'the API of 2021, retired',
  'bitget/perp-ws-trades-cmp-02': 'the API of 2021, retired',
  'hyperliquid/perp-rest-derivatives-jk-01': 'names at the cap of open interest, without figures',
}

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
      const needed = exceptions.filter(({ recorded }) => recorded.startsWith(`${venue}/`))
      for (const exception of needed) expect(differences.map(excuse)).toContain(exception)
    })

    test.skipIf(!cases)(`of retired formats give none${title}`, () => {
      const legacy = cases!.filter(({ format, kind }) => format === 'legacy' && market.readers[kind])
      for (const known of legacy) expect(readCase(market, known).rows, known.id).toEqual([])
    })
  },
)
