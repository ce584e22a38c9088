import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastCheckedAt, emptyOfficialState } from '../../../src/exchanges/official/official-state.ts'
import { recordSourceFailure, takeOfficial } from '../../../src/exchanges/official/take-official.ts'
import type { Notice } from '../../../src/market/notice.ts'
import { isSameOfficial } from '../../../src/market/official.ts'
import type { Row } from '../../../src/market/row.ts'
import { closesVenue, holds, saidAt } from '../../../src/market/statement-meaning.ts'
import {
  announcements,
  asset,
  currencies,
  dayMs,
  hourMs,
  minuteMs,
  notice,
  pair,
  start,
  status,
  symbols,
  applyAnswers,
} from './apply-answers.ts'

describe('a status', () => {
  const down = notice({ title: 'Spot upgrade', begin: start })

  test('is one statement over many polls, and ends when it disappears', () => {
    const twice = applyAnswers([status, 0, [down]], [status, 1, [down]])
    expect(twice.official.statements).toHaveLength(1)
    expect(twice.official.statements[0]).toMatchObject({ seenAt: start, state: 'active', via: 'status' })
    expect(closesVenue(twice.official.statements[0]!)).toBe(true)
    const gone = takeOfficial(twice, [], status, start + 2 * minuteMs)
    expect(gone.official.statements[0]).toMatchObject({ state: 'over', endedAt: start + 2 * minuteMs })
    expect(closesVenue(gone.official.statements[0]!)).toBe(false)
  })

  test('ends when declared over, at the end that it names', () => {
    const over = { ...down, state: 'over', end: start + 30_000 } as const
    const { statements } = applyAnswers([status, 0, [down]], [status, 1, [over]]).official
    expect(statements).toMatchObject([{ state: 'over', endedAt: start + 30_000 }])
  })

  test('that is "open", or ended long ago, is no statement', () => {
    const open = notice({ what: 'halt', state: 'over' })
    const old = notice({ title: 'old', state: 'over', begin: start - 3 * dayMs, end: start - 2 * dayMs })
    expect(applyAnswers([status, 0, [open, old]]).official.statements).toEqual([])
  })

  test('that is missing once continues as the same statement', () => {
    const { statements } = applyAnswers([status, 0, [down]], [status, 1, []], [status, 2, [down]]).official
    expect(statements).toHaveLength(1)
    expect(statements[0]).toMatchObject({ seenAt: start, state: 'active' })
    expect(statements[0]).not.toHaveProperty('endedAt')
  })

  test('without a time of its own is a new statement when it recurs', () => {
    const halt = notice({ what: 'halt' })
    const { statements } = applyAnswers([status, 0, [halt]], [status, 1, []], [status, 2, [halt]]).official
    expect(statements.map(holds)).toEqual([true, false])
    expect(new Set(statements.map(({ id }) => id)).size).toBe(2)
  })

  test('that is scheduled begins and ends by the clock', () => {
    const planned = notice({ state: 'scheduled', begin: start + hourMs, end: start + 2 * hourMs })
    const seen = applyAnswers([status, 0, [planned]])
    expect(seen.official.statements[0]!.state).toBe('scheduled')
    const later = recordSourceFailure(seen, 'HTTP 503', status, start + hourMs)
    expect(later.official.statements[0]!.state).toBe('active')
    const over = recordSourceFailure(later, 'HTTP 503', status, start + 3 * hourMs)
    expect(over.official.statements[0]).toMatchObject({ state: 'over', endedAt: start + 2 * hourMs })
    expect(recordSourceFailure(over, 'HTTP 503', status, start + 27 * hourMs).official.statements).toEqual([])
  })

  test('of one requested pair says nothing about other pairs', () => {
    const halted = (symbol: string) => notice({ scope: 'pair', what: 'halt', symbol })
    const both = applyAnswers(
      [{ ...status, requested: 'AA' }, 0, [halted('AA')]],
      [{ ...status, requested: 'BB' }, 1, [halted('BB')]],
    )
    expect(both.official.statements.filter(holds)).toHaveLength(2)
    const one = takeOfficial(both, [], { ...status, requested: 'AA' }, start + 2 * minuteMs)
    expect(one.official.statements.filter(holds).map(({ symbol }) => symbol)).toEqual(['BB'])
  })

  test('of flagged pairs goes to the cautions, as there are hundreds', () => {
    const flagged = Array.from({ length: 300 }, (_, i) =>
      notice({ scope: 'pair', what: 'caution', symbol: `A${i}` }),
    )
    const { statements, cautions } = applyAnswers([status, 0, [...flagged, down]]).official
    expect(statements).toHaveLength(1)
    expect(cautions).toHaveLength(300)
    const fewer = applyAnswers([status, 0, flagged], [status, 1, flagged.slice(1)]).official.cautions
    expect(fewer.filter(holds)).toHaveLength(299)
  })
})

describe('an announcement', () => {
  const suspended = notice({
    scope: 'asset',
    what: 'withdrawal-suspended',
    assets: ['SYS'],
    url: 'https://venue.test/1',
    begin: start - hourMs,
  })

  test('does not end by leaving the page', () => {
    const { statements } = applyAnswers([announcements, 0, [suspended]], [announcements, 5, []]).official
    expect(statements).toMatchObject([{ state: 'active', via: 'announcements' }])
  })

  test('ends by a later resumption of the same coin, not of another', () => {
    const resumed = (coin: string) => ({
      ...suspended,
      assets: [coin],
      state: 'over' as const,
      url: `https://venue.test/${coin}`,
      begin: start,
    })
    const other = applyAnswers(
      [announcements, 0, [suspended]],
      [announcements, 5, [suspended, resumed('ETH')]],
    )
    expect(other.official.statements.filter(holds)).toHaveLength(1)
    const over = takeOfficial(other, [suspended, resumed('SYS')], announcements, start + 6 * minuteMs)
    expect(over.official.statements.find(({ url }) => url === suspended.url)).toMatchObject({
      state: 'over',
      endedAt: start,
    })
    const still = takeOfficial(over, [suspended, resumed('SYS')], announcements, start + 7 * minuteMs)
    expect(still.official.statements.filter(holds)).toEqual([])
  })

  test('about a coin that cannot be read is not ended by news of another', () => {
    const unread = { ...suspended, assets: [] }
    const resumed = { ...suspended, state: 'over' as const, url: 'https://venue.test/ETH', begin: start }
    for (const coins of [['ETH'], []]) {
      const news = { ...resumed, assets: coins }
      const { official } = applyAnswers([announcements, 0, [unread]], [announcements, 5, [unread, news]])
      expect(official.statements.filter(holds)).toHaveLength(1)
    }
  })

  test('stays one statement when its title changes to a resumption', () => {
    const done = { ...suspended, title: 'SYS 입출금 중단 안내 (완료)', state: 'over' } as const
    const { statements } = applyAnswers([announcements, 0, [suspended]], [announcements, 5, [done]]).official
    expect(statements).toMatchObject([{ state: 'over', title: done.title, seenAt: start }])
  })

  test('of a maintenance does not close the exchange itself, and ends with the status', () => {
    const news = notice({ title: 'Temporary maintenance', url: 'https://venue.test/2', begin: start })
    const down = notice({ title: 'system' })
    const both = applyAnswers([announcements, 0, [news]], [status, 0, [down]])
    expect(both.official.statements.filter(closesVenue).map(({ via }) => via)).toEqual(['status'])
    const open = takeOfficial(both, [{ ...down, state: 'over' }], status, start + hourMs)
    expect(open.official.statements.filter(holds)).toEqual([])
  })

  test('of a maintenance ends when trading resumes, whatever else that news is about', () => {
    const down = notice({ title: 'Temporary maintenance', url: 'https://venue.test/2', begin: start })
    const saying = (title: string, more: Partial<Notice> = {}) =>
      notice({ what: 'rollback', title, url: 'https://venue.test/4', begin: start + hourMs, ...more })
    const after = (...news: Notice[]) =>
      applyAnswers([announcements, 0, [down]], [announcements, 70, [...news, down]]).official.statements.find(
        ({ what }) => what === 'maintenance',
      )
    expect(after(saying('Venue Resumes Trading; Irregular Trades Rolled Back'))).toMatchObject({
      state: 'over',
      endedAt: start + hourMs,
    })
    expect(after(saying('Trades Rolled Back; Trading Will Resume Soon'))?.state).toBe('active')
    const one = { scope: 'asset', assets: ['SYS'] } as const
    expect(after(saying('Venue Resumes Trading of SYS', one))?.state).toBe('active')
    const before = { begin: start - hourMs }
    expect(after(saying('Venue Resumes Trading; Trades Rolled Back', before))?.state).toBe('active')
  })

  test('is dropped after two weeks', () => {
    const old = notice({ url: 'https://venue.test/3', begin: start - 15 * dayMs })
    expect(applyAnswers([announcements, 0, [old]]).official.statements).toEqual([])
  })
})

describe('deposits and withdrawals', () => {
  test('are listed while suspended, with the time since', () => {
    const first = [asset('SYS', false, false), asset('ETH', true, true), asset('XYZ', null, null)]
    const then = [asset('SYS', false, false), asset('ETH', true, false), asset('XYZ', null, null)]
    const { suspended } = applyAnswers([currencies, 0, first], [currencies, 5, then]).official
    expect(suspended).toEqual([
      { asset: 'ETH', deposit: true, withdrawal: false, since: start + 5 * minuteMs },
      { asset: 'SYS', deposit: false, withdrawal: false, since: start },
    ])
    const open = [asset('SYS', true, true), asset('ETH', true, true), asset('XYZ', null, null)]
    expect(applyAnswers([currencies, 0, first], [currencies, 5, open]).official.suspended).toEqual([])
  })
})

describe('the list of pairs', () => {
  const names = ['AA', 'BB', 'CC', 'DD', 'EE']
  const list = names.map((name) => pair(name))

  test('shows which pairs do not trade and which have left it', () => {
    const { impaired } = applyAnswers(
      [symbols, 0, list],
      [symbols, 5, [pair('AA', 'halted'), pair('BB', 'cancel-only'), pair('CC'), pair('DD')]],
    ).official
    expect(impaired.map(({ base, state }) => `${base} ${state}`)).toEqual([
      'AA halted',
      'BB cancel-only',
      'EE missing',
    ])
  })

  test('a returning pair has reopened, a new one is listed; the first list is no news', () => {
    const first = applyAnswers([symbols, 0, list])
    expect(first.official.recentChanges).toEqual([])
    const { recentChanges } = applyAnswers(
      [symbols, 0, list],
      [symbols, 5, list.slice(1)],
      [symbols, 10, [...list, pair('NEW')]],
    ).official
    expect(recentChanges.map(({ base, what }) => `${base} ${what}`)).toEqual(['AA reopened', 'NEW listed'])
  })

  test('that loses half at once is ignored until it is repeated', () => {
    const half = applyAnswers([symbols, 0, list], [symbols, 5, list.slice(3)])
    expect(half.official.impaired).toEqual([])
    expect(half.sizes['symbols https://venue.test/pairs']).toEqual({ entries: 5, doubted: 1 })
    const again = takeOfficial(half, list.slice(3), symbols, start + 10 * minuteMs)
    expect(again.official.impaired.map(({ base }) => base)).toEqual(['AA', 'BB', 'CC'])
    const whole = takeOfficial(half, list, symbols, start + 10 * minuteMs)
    expect(whole.official.impaired).toEqual([])
  })

  test('that is empty is always ignored', () => {
    const { impaired } = applyAnswers([symbols, 0, list], [symbols, 5, []]).official
    expect(impaired).toEqual([])
  })

  test('a delisting is news for a week, unless it precedes the first list', () => {
    const { official } = applyAnswers([symbols, 0, [...list, pair('OLD', 'delisted')]])
    expect(official.impaired).toEqual([])
    const gone = applyAnswers([symbols, 0, list], [symbols, 5, [pair('AA', 'delisted'), ...list.slice(1)]])
    expect(gone.official.impaired).toMatchObject([{ base: 'AA', state: 'delisted' }])
    const later = takeOfficial(gone, list.slice(1), symbols, start + 15 * dayMs)
    expect(later.official.impaired).toMatchObject([{ base: 'AA', state: 'missing' }])
    expect(takeOfficial(later, list.slice(1), symbols, start + 30 * dayMs).official.impaired).toEqual([])
  })
})

describe('a source', () => {
  const down = notice({ begin: start })

  test('that fails ends nothing and shows the reason, unless undocumented', () => {
    const known = applyAnswers([status, 0, [down]])
    const missed = recordSourceFailure(known, 'HTTP 503', status, start + minuteMs)
    expect(missed.official.statements).toEqual(known.official.statements)
    expect(missed.official.checks).toEqual([
      { source: status.url, what: 'status', at: start, reason: 'HTTP 503' },
    ])
    const silent = recordSourceFailure(known, 'HTTP 403', { ...status, documented: false }, start + minuteMs)
    expect(silent.official.checks[0]!.reason).toBeNull()
    expect(lastCheckedAt(emptyOfficialState('venue'), status)).toBeNull()
  })

  test('that refuses counts as failed', () => {
    const refused = takeOfficial(
      applyAnswers([status, 0, [down]]),
      [{ type: 'error', message: 'no' }],
      status,
      start + 1,
    )
    expect(refused.official.statements.filter(holds)).toHaveLength(1)
    expect(refused.official.checks[0]).toMatchObject({ at: start, reason: 'no' })
  })

  test('goes on after a reply of another clock, which was years ahead', () => {
    const ahead = applyAnswers([status, 40_000_000, [notice({ title: 'Spot upgrade', begin: start })]])
    const after = takeOfficial(ahead, [], status, start + minuteMs)
    expect(lastCheckedAt(after, status)).toBe(start + minuteMs)
    expect(after.official.statements).toMatchObject([{ state: 'over' }])
    const failed = recordSourceFailure(ahead, 'HTTP 503', status, start + minuteMs)
    expect(failed.official.checks).toMatchObject([{ reason: 'HTTP 503' }])
  })

  test('ignores a reply older than the last one', () => {
    const known = applyAnswers([status, 5, [down]])
    expect(takeOfficial(known, [], status, start)).toBe(known)
  })
})

const anyRow: fc.Arbitrary<Row> = fc.oneof(
  fc.record({
    type: fc.constant('notice' as const),
    scope: fc.constantFrom('venue' as const, 'pair' as const, 'asset' as const),
    what: fc.constantFrom(
      'maintenance',
      'halt',
      'withdrawal-suspended',
      'caution',
      'other',
    ) as fc.Arbitrary<'halt'>,
    state: fc.constantFrom('active' as const, 'over' as const, 'scheduled' as const),
    title: fc.constantFrom('a', 'b', 'c'),
    begin: fc.integer({ min: start - dayMs, max: start + dayMs }),
  }),
  fc.record({
    type: fc.constant('asset' as const),
    asset: fc.constantFrom('A', 'B', 'C'),
    deposit: fc.constantFrom(true, false, null),
    withdrawal: fc.constantFrom(true, false, null),
  }),
  fc
    .tuple(
      fc.constantFrom('A', 'B', 'C', 'D'),
      fc.constantFrom('trading', 'halted', 'delisted', 'prelisting'),
    )
    .map(([base, state]) => pair(base, state as 'trading')),
)
const anyAnswer = fc.tuple(
  fc.constantFrom(status, announcements, currencies, symbols),
  fc.integer({ min: 0, max: 3000 }),
  fc.array(anyRow, { maxLength: 80 }),
)

describe('any replies in any order', () => {
  test('give limited, unique statements, newest first, without old ones', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 12 }), (answers) => {
        const { official } = applyAnswers(...answers)
        const { statements } = official
        expect(statements.length).toBeLessThanOrEqual(60)
        expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
        const times = statements.map(saidAt)
        expect(times).toEqual(times.toSorted((a, b) => b - a))
        for (const { endedAt, state } of statements) if (endedAt !== undefined) expect(state).toBe('over')
        expect(new Set(official.suspended.map((one) => one.asset)).size).toBe(official.suspended.length)
        expect(new Set(official.impaired.map(({ symbol }) => symbol)).size).toBe(official.impaired.length)
      }),
    )
  })

  test('give the same state when repeated, and survive structuredClone', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { minLength: 1, maxLength: 8 }), (answers) => {
        const sorted = answers.toSorted(([, a], [, b]) => a - b)
        const [source, minute, rows] = sorted.at(-1)!
        const once = applyAnswers(...sorted)
        // An implausible list is accepted when repeated: the only thing that repetition changes.
        const isDoubted = Object.values(once.sizes).some(({ doubted }) => doubted > 0)
        const twice = takeOfficial(structuredClone(once), rows, source, start + minute * minuteMs)
        if (!isDoubted) expect(isSameOfficial(twice.official, once.official)).toBe(true)
      }),
    )
  })
})
