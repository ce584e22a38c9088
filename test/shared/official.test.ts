import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { siteOf, sites } from '../../src/exchanges/registry.ts'
import type { Statement } from '../../src/market/official.ts'
import { hasStatementSince, officialSummaryOf } from '../../src/shared/official.ts'
import { announcement, maintenance, official } from '../../tools/examples/made-up-official.ts'
import { episode, marketNow } from '../../tools/examples/made-up.ts'

const minute = 60_000
const day = 86_400_000
const about = episode()
const summaryOf = (
  part: Parameters<typeof official>[0] = {},
  of: Parameters<typeof officialSummaryOf>[1] = about,
) => officialSummaryOf(official(part), of, marketNow)!
const idsOf = (statements: readonly Statement[]) =>
  summaryOf({ statements }).statements.map(({ statement }) => statement.id)

describe('officialSummaryOf', () => {
  test('is null if the venue is not followed', () => {
    expect(officialSummaryOf(undefined, about, marketNow)).toBeNull()
  })

  test('has statements about the venue, the coin and the pair, newest first', () => {
    const all = announcement({ id: 'all', begin: marketNow - 5 * minute })
    const coin = announcement({
      id: 'coin',
      scope: 'asset',
      assets: ['NAV'],
      what: 'migration',
      begin: marketNow,
    })
    const pair = announcement({ id: 'pair', scope: 'pair', symbol: 'NAVBTC', begin: marketNow - minute })
    expect(idsOf([all, coin, pair])).toEqual(['coin', 'pair', 'all'])
  })

  test.each<[string, Partial<Statement>]>([
    ['about another coin', { scope: 'asset', assets: ['ADA'] }],
    ['about an unnamed coin', { scope: 'asset', assets: [] }],
    ['about another pair', { scope: 'pair', symbol: 'NAVETH' }],
    ['about derivatives', { market: 'derivatives' }],
    ['about a minor venue-wide topic', { what: 'other' }],
    ['that is marketing of the coin', { what: 'other', scope: 'asset', assets: ['NAV'] }],
    ['of last week about the venue', { begin: marketNow - 7 * day }],
  ])('has no statement %s', (_, part) => {
    expect(idsOf([announcement(part)])).toEqual([])
  })

  test('has an old status that still holds', () => {
    expect(idsOf([maintenance({ seenAt: marketNow - 7 * day })])).toHaveLength(1)
  })

  test('has cautions, lists and the closing of the venue', () => {
    const pair = { symbol: 'NAVBTC', base: 'NAV', quote: 'BTC' }
    const flag = announcement({ id: 'flag', scope: 'pair', symbol: 'NAVBTC', what: 'caution' })
    const found = summaryOf({
      statements: [maintenance(), announcement()],
      cautions: [flag],
      suspended: [{ asset: 'NAV', deposit: false, withdrawal: true, since: marketNow - minute }],
      impaired: [{ ...pair, state: 'halted', since: marketNow - minute }],
      recentChanges: [{ ...pair, what: 'listed', at: marketNow - minute }],
    })
    expect(found.statements.map(({ statement }) => statement.what)).toContain('caution')
    expect(found.closing?.statement.what).toBe('maintenance')
    expect(found.apiKeys?.statement.title).toBe('Binance Has Deleted All API Keys')
    expect([found.suspended?.asset, found.impaired?.state, found.recentChange?.what]).toEqual([
      'NAV',
      'halted',
      'listed',
    ])
  })

  test('has the time of the last check, answered and failed sources', () => {
    const { checkedAt, answeredSources, failedSources, now } = summaryOf()
    expect([checkedAt, now]).toEqual([marketNow - 40_000, marketNow])
    expect(answeredSources).toEqual(['status', 'announcements'])
    expect(failedSources).toEqual(['symbols'])
  })

  test('has the last check even if nothing answers any more', () => {
    const checks = [
      { source: 'https://a', what: 'status', at: marketNow - 90_000, reason: 'HTTP 503' },
    ] as const
    expect(summaryOf({ checks })).toMatchObject({
      checkedAt: marketNow - 90_000,
      answeredSources: ['status'],
      failedSources: ['status'],
    })
  })

  test('uses the time of the answers while the market clock stands still', () => {
    const at = marketNow + 60 * minute
    const checks = [{ source: 'https://api.binance.com/s', what: 'status', at, reason: null }] as const
    expect(summaryOf({ checks }).now).toBe(at)
  })
})

describe('hasStatementSince', () => {
  const { startedAt } = about

  test('finds statements since then, and a status that holds now', () => {
    expect(hasStatementSince(summaryOf(), startedAt)).toBe(false)
    expect(
      hasStatementSince(summaryOf({ statements: [announcement({ begin: startedAt - 1 })] }), startedAt),
    ).toBe(false)
    expect(
      hasStatementSince(summaryOf({ statements: [announcement({ begin: startedAt })] }), startedAt),
    ).toBe(true)
    expect(hasStatementSince(summaryOf({ statements: [maintenance()] }), startedAt)).toBe(true)
  })
})

describe('links', () => {
  test('lead to the URL given by the venue', () => {
    const [first] = summaryOf({ statements: [announcement()] }).statements
    expect(first?.source).toEqual({ host: 'www.binance.com', link: announcement().url })
  })

  const lookalikes = [
    'https://www.binance.com@evil.example/',
    'https://www.binance.com.evil.example/',
    'https://www.bіnance.com/', // Cyrillic і
    'http://www.binance.com/',
    'javascript:alert(1)//www.binance.com',
    'https://evil.example/https://www.binance.com/',
    'https:\\\\evil.example\\www.binance.com',
    '//www.binance.com/',
  ]

  test('lead only to hosts of the venue, whatever URL a reply contains', () => {
    const venues = sites.map(({ id }) => id)
    const ownHost = fc.constantFrom(...sites.flatMap(({ ownHosts }) => ownHosts))
    const scheme = fc.constantFrom('https://', 'http://', 'https:\\\\', '//', 'data:')
    const forged = fc.tuple(scheme, fc.string({ maxLength: 8 }), ownHost, fc.string({ maxLength: 8 }))
    const urls = fc.oneof(
      fc.constantFrom(...lookalikes),
      forged.map((parts) => parts.join('')),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.constantFrom(...venues), urls, (venue, url) => {
        const published = official({ venue, statements: [announcement({ url, source: url })] })
        const { statements, venuePages } = officialSummaryOf(published, { ...about, venue }, marketNow)!
        for (const { link } of [...statements.map(({ source }) => source), ...venuePages]) {
          if (link === null) continue
          const { protocol, host, username } = new URL(link)
          expect([protocol, username]).toEqual(['https:', ''])
          expect(siteOf(venue)!.ownHosts).toContain(host)
        }
        return true
      }),
      { numRuns: 500 },
    )
  })

  test.each(lookalikes)('%s is rejected', (url) => {
    expect(summaryOf({ statements: [announcement({ url })] }).statements[0]?.source.link).toBeNull()
  })
})
