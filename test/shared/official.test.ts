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
const known = (
  part: Parameters<typeof official>[0] = {},
  of: Parameters<typeof officialSummaryOf>[1] = about,
) => officialSummaryOf(official(part), of, marketNow)!
const idsOf = (statements: readonly Statement[]) =>
  known({ statements }).statements.map(({ statement }) => statement.id)

describe('what is known of a pair', () => {
  test('is nothing where nobody listens', () => {
    expect(officialSummaryOf(undefined, about, marketNow)).toBeNull()
  })

  test('is what the venue says to all, of the coin and of the pair, newest first', () => {
    const all = announcement({ id: 'all', begin: marketNow - 5 * minute })
    const coin = announcement({
      id: 'coin',
      scope: 'asset',
      assets: ['NAV'],
      what: 'other',
      begin: marketNow,
    })
    const pair = announcement({ id: 'pair', scope: 'pair', symbol: 'NAVBTC', begin: marketNow - minute })
    expect(idsOf([all, coin, pair])).toEqual(['coin', 'pair', 'all'])
  })

  test.each<[string, Partial<Statement>]>([
    ['of another coin', { scope: 'asset', assets: ['ADA'] }],
    ['of a coin it does not name', { scope: 'asset', assets: [] }],
    ['of another pair', { scope: 'pair', symbol: 'NAVETH' }],
    ['of derivatives', { market: 'derivatives' }],
    ['that is no more than news', { what: 'other' }],
    ['of last week, to all', { begin: marketNow - 7 * day }],
  ])('is not what is said %s', (_, part) => {
    expect(idsOf([announcement(part)])).toEqual([])
  })

  test('is a status of last week that is still said', () => {
    expect(idsOf([maintenance({ seenAt: marketNow - 7 * day })])).toHaveLength(1)
  })

  test('has flags, lists and what closes the venue', () => {
    const pair = { symbol: 'NAVBTC', base: 'NAV', quote: 'BTC' }
    const flag = announcement({ id: 'flag', scope: 'pair', symbol: 'NAVBTC', what: 'caution' })
    const found = known({
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

  test('tells when and where was looked, and who gave no answer', () => {
    const { checkedAt, answeredSources, failedSources, now } = known()
    expect([checkedAt, now]).toEqual([marketNow - 40_000, marketNow])
    expect(answeredSources).toEqual(['status', 'announcements'])
    expect(failedSources).toEqual(['symbols'])
  })

  test('tells when it last looked though nothing answers any more', () => {
    const checks = [
      { source: 'https://a', what: 'status', at: marketNow - 90_000, reason: 'HTTP 503' },
    ] as const
    expect(known({ checks })).toMatchObject({
      checkedAt: marketNow - 90_000,
      answeredSources: ['status'],
      failedSources: ['status'],
    })
  })

  test('goes on by the clock of the answers where the market stands still', () => {
    const at = marketNow + 60 * minute
    const checks = [{ source: 'https://api.binance.com/s', what: 'status', at, reason: null }] as const
    expect(known({ checks }).now).toBe(at)
  })
})

describe('an answer to what began', () => {
  const { startedAt } = about

  test('is what was said since, or is said now', () => {
    expect(hasStatementSince(known(), startedAt)).toBe(false)
    expect(
      hasStatementSince(known({ statements: [announcement({ begin: startedAt - 1 })] }), startedAt),
    ).toBe(false)
    expect(hasStatementSince(known({ statements: [announcement({ begin: startedAt })] }), startedAt)).toBe(
      true,
    )
    expect(hasStatementSince(known({ statements: [maintenance()] }), startedAt)).toBe(true)
  })
})

describe('links', () => {
  test('lead to the venue, by the address it gave', () => {
    const [says] = known({ statements: [announcement()] }).statements
    expect(says?.source).toEqual({ host: 'www.binance.com', link: announcement().url })
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

  test('lead nowhere but to hosts of the venue’s own list, whatever address a reply brings', () => {
    const venues = sites.map(({ id }) => id)
    const own = fc.constantFrom(...sites.flatMap(({ ownHosts }) => ownHosts))
    const begun = fc.constantFrom('https://', 'http://', 'https:\\\\', '//', 'data:')
    const written = fc.tuple(begun, fc.string({ maxLength: 8 }), own, fc.string({ maxLength: 8 }))
    const urls = fc.oneof(
      fc.constantFrom(...lookalikes),
      written.map((parts) => parts.join('')),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.constantFrom(...venues), urls, (venue, url) => {
        const said = official({ venue, statements: [announcement({ url, source: url })] })
        const { statements, venuePages } = officialSummaryOf(said, { ...about, venue }, marketNow)!
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

  test.each(lookalikes)('do not follow %s', (url) => {
    expect(known({ statements: [announcement({ url })] }).statements[0]?.source.link).toBeNull()
  })
})
