import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officialStatusOf } from '../../src/background/official/official-status-of.ts'
import { noInputs } from '../../src/content/view/banner-inputs.ts'
import { officialOf } from '../../src/content/view/episode-data.ts'
import { venueStatementOf } from '../../src/content/view/venue-statement.ts'
import { noData } from '../../src/details/data/details-data.ts'
import { viewOf, type SubjectView } from '../../src/details/data/details-view.ts'
import { jsonExport } from '../../src/details/export/json-export.ts'
import { haltsOf, statementsOf, summaryOf } from '../../src/details/timeline/statements.ts'
import { detailsWords } from '../../src/details/words.ts'
import { noticeMarkets, noticeScopes, noticeTopics } from '../../src/market/notice.ts'
import type { Statement } from '../../src/market/official.ts'
import { closesVenue, concerns, saidAt, stopOf, stopsTrading } from '../../src/market/statement-meaning.ts'
import { episode, marketNow } from '../../tools/examples/made-up.ts'
import { announcement, maintenance, official } from '../../tools/examples/made-up-official.ts'

const minute = 60_000
const about = episode()
const now = marketNow

describe('a statement', () => {
  test('was said when it was published, and never in the future', () => {
    const soon = now + 60 * minute
    expect(saidAt(announcement({ begin: soon, publishedAt: now - minute }))).toBe(now - minute)
    expect(saidAt(maintenance({ begin: soon, seenAt: now, state: 'scheduled' }))).toBe(now)
    expect(saidAt(maintenance({ begin: now - minute, seenAt: now }))).toBe(now - minute)
  })

  test('that is marketing concerns no pair', () => {
    for (const scope of noticeScopes) {
      const win = announcement({ what: 'other', scope, assets: ['NAV'], symbol: 'NAVBTC' })
      expect(concerns(win, about, now)).toBe(false)
    }
  })

  test('concerns a coin however its letters are written, and no pair where the coin is not known', () => {
    const stock = announcement({ what: 'withdrawal-suspended', scope: 'asset', assets: ['AAPLx'] })
    const aaplx = { venue: 'kraken', symbol: 'AAPLXUSDT', base: 'AAPLX' }
    expect(concerns(stock, aaplx, now)).toBe(true)
    expect(concerns({ ...stock, assets: [] }, aaplx, now)).toBe(false)
  })

  test('that is announced stops trading only in the span that it gives', () => {
    const announced = announcement({ what: 'maintenance' })
    expect(stopOf(announced)).toBeNull()
    expect(closesVenue(announced)).toBe(false)
    const begun = { ...announced, begin: now - minute, end: now + minute }
    expect(stopOf(begun)).toEqual({ from: now - minute, to: now + minute })
    expect(closesVenue(begun)).toBe(true)
    expect(stopOf({ ...begun, state: 'scheduled' })).toBeNull()
    expect(stopOf({ ...announced, state: 'over' })).toBeNull()
  })

  test('about another product stops nothing', () => {
    expect(stopsTrading(maintenance({ market: 'derivatives' }))).toBe(false)
    const futures = announcement({
      scope: 'asset',
      what: 'delisting',
      assets: ['NAV'],
      market: 'derivatives',
    })
    const { changing } = officialStatusOf(official({ statements: [futures] }), now)
    expect(changing).toEqual(new Set())
  })

  test('about derivatives concerns the contract of its coin, not the coin; one without a product concerns both', () => {
    const contract = { ...about, venue: 'binance-perpetual' }
    const of = (market?: 'margin' | 'derivatives') =>
      announcement({ scope: 'asset', what: 'delisting', assets: ['NAV'], ...(market && { market }) })
    const heard = (subject: typeof about) =>
      ([undefined, 'derivatives', 'margin'] as const).map((market) => concerns(of(market), subject, now))
    expect(heard(about)).toEqual([true, false, false])
    expect(heard(contract)).toEqual([true, true, false])
  })

  test('about a pair does not concern the contract of the same symbol', () => {
    const halt = announcement({ scope: 'pair', what: 'halt', symbol: about.symbol! })
    const contract = { ...about, venue: 'binance-perpetual' }
    expect([about, contract].map((each) => concerns(halt, each, now))).toEqual([true, false])
    const ofContract = { ...halt, market: 'derivatives' } as const
    expect([about, contract].map((each) => concerns(ofContract, each, now))).toEqual([false, true])
  })
})

/** Statements as they are kept: states agree with times. */
const anyStatement = fc
  .record({
    via: fc.constantFrom('status' as const, 'announcements' as const),
    scope: fc.constantFrom(...noticeScopes),
    what: fc.constantFrom(...noticeTopics),
    market: fc.option(fc.constantFrom(...noticeMarkets), { nil: undefined }),
    assets: fc.subarray(['NAV', 'nav', 'ADA']),
    symbol: fc.constantFrom('NAVBTC', 'ADABTC', undefined),
    begin: fc.option(fc.integer({ min: now - 5 * 86_400_000, max: now + 86_400_000 }), { nil: undefined }),
    lasts: fc.option(fc.integer({ min: minute, max: 86_400_000 }), { nil: undefined }),
    seenAt: fc.integer({ min: now - 5 * 86_400_000, max: now }),
  })
  .map(({ lasts, begin, ...rest }): Omit<Statement, 'id'> => {
    // An announcement without a span has the time of its publication as its begin.
    const from = rest.via === 'announcements' && lasts === undefined ? rest.seenAt : begin
    const end = lasts === undefined || from === undefined ? undefined : from + lasts
    const isOver = end !== undefined && end <= now
    const state = isOver ? 'over' : from !== undefined && from > now ? 'scheduled' : 'active'
    const times = { begin: from, end, endedAt: isOver ? end : undefined, publishedAt: rest.seenAt }
    return { ...announcement(), ...rest, ...times, state } as Omit<Statement, 'id'>
  })

const idsOf = (list: readonly { readonly statement: Statement }[]) =>
  list.map(({ statement: { id } }) => id).toSorted()

const saidOf = (list: readonly { readonly statement: Statement; readonly at: number }[]) =>
  list.map(({ statement, at }) => `${statement.id} ${at}`).toSorted()

describe('whatever a venue publishes', () => {
  const data = {
    ...noData,
    subject: { kind: 'episode' as const, id: about.id },
    episodes: [{ ...about, updatedAt: now }],
  }
  const view = viewOf(data, now) as SubjectView
  const checks = [{ source: 'https://www.binance.com/', what: 'status' as const, at: now, reason: null }]
  const kept = fc
    .array(anyStatement, { maxLength: 8 })
    .map((list) => list.map((each, i) => ({ ...each, id: String(i) })))

  test('card, details, export and engine take it for the same', async () => {
    const words = await detailsWords('en')
    expect(view.marketNow).toBe(now)
    fc.assert(
      fc.property(kept, (statements) => {
        const published = official({ statements, checks })
        const card = officialOf({ ...noInputs, officials: [published] }, about, now)!
        const expected = statements.filter((each) => concerns(each, about, now))
        expect(idsOf(card.statements)).toEqual(expected.map(({ id }) => id).toSorted())

        const details = statementsOf(summaryOf([published], view))
        expect(saidOf(details)).toEqual(saidOf(card.statements))
        for (const { at } of details) expect(at).toBeLessThanOrEqual(now)

        const more = { formatPrice: String, checkedAt: now, venueName: 'Binance', now }
        const { official: exported } = jsonExport({ view, data, words, statements: details, ...more }) as {
          official: readonly Statement[]
        }
        expect(exported.map(({ id }) => id).toSorted()).toEqual(idsOf(card.statements))

        const status = officialStatusOf(published, now)
        const isStopped = status.closed || status.halted.has('NAVBTC')
        expect(expected.some(stopsTrading)).toBe(isStopped)
        const hatched = haltsOf(details, now + 1).some(({ from, to }) => from <= now && to > now)
        expect(hatched).toBe(isStopped)
        expect(card.closing !== null).toBe(status.closed)
      }),
    )
  })

  test('the strip says that the venue is closed exactly when the engine takes it for closed', () => {
    fc.assert(
      fc.property(kept, (statements) => {
        const published = official({ statements, checks })
        const strip = venueStatementOf({ ...noInputs, venue: 'binance', officials: [published] })
        const topic = strip?.kind === 'official' ? strip.relevant.statement.what : undefined
        const saysClosed = ['maintenance', 'halt', 'cancel-only'].includes(topic ?? '')
        expect(saysClosed).toBe(officialStatusOf(published, now).closed)
      }),
    )
  })
})
