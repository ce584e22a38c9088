import { describe, expect, test } from 'vitest'
import { gridOf } from '../../../src/details/chart/grid.ts'
import { noStatementText } from '../../../src/details/chart/draw-official.ts'
import { convertedPrice, priceFormatter } from '../../../src/details/price-format.ts'
import { haltsOf, statementsOf } from '../../../src/details/timeline/statements.ts'
import { pairEntries } from '../../../src/details/timeline/timeline.ts'
import { detailsWords } from '../../../src/details/words.ts'
import { zonesOf } from '../../../src/details/timeline/zones.ts'
import { officialSummaryOf } from '../../../src/shared/official.ts'
import { extendCourse } from '../../../src/shared/course.ts'
import { statementText } from '../../../src/ui/official/official-words.ts'
import { marketFall } from '../../../tools/examples/made-up.ts'
import { course, marketNow, minute, official, settled, startedAt, statement } from '../example-incident.ts'

const en = await detailsWords('en')
const ja = await detailsWords('ja')
const sys = { venue: 'binance', base: 'SYS', quote: 'BTC' }
const price = priceFormatter(en, settled(), [])

describe('time zones', () => {
  test.each([
    ['Europe/London', 'Local (BST)', '20:03'],
    ['America/New_York', /^Local \(.+\)$/, '15:03'],
    ['Asia/Kolkata', /^Local \(.+\)$/, '00:33'],
    ['Asia/Tokyo', 'UTC', '19:03'],
    // Seoul has the same offset as Japan under another name.
    ['Asia/Seoul', 'UTC', '19:03'],
  ])('in %s', (local, name, clock) => {
    const [japan, other] = zonesOf(en, startedAt, local)
    expect([japan.clock(1e300), other.day(NaN)]).toEqual(['–', '–'])
    expect(japan.name).toBe('JST')
    expect(japan.clock(startedAt)).toBe('04:03')
    expect(other.name).toMatch(name)
    expect(other.clock(startedAt)).toBe(clock)
    expect(other.day(startedAt)).toBe(clock.startsWith('0') ? '4 Jul' : '3 Jul')
  })
})

describe('prices', () => {
  test('have the venue’s decimals, and are converted only with a current cross rate', () => {
    expect(price(0.0000348)).toBe('0.00003480')
    expect(priceFormatter(en, marketFall(), [])(0.888)).toBe('−11.2%')
    const until = marketNow + minute
    const rates = {
      BTC: { usd: 6600, until, assumed: false },
      JPY: { usd: 1 / 110.5, until, assumed: false },
    }
    const usd = { ...rates, USD: { usd: 1, until, assumed: false } }
    expect(convertedPrice(en, usd, 0.00007104, 'BTC', 'USD', marketNow)).toBe('≈ $0.469')
    expect(convertedPrice(ja, usd, 0.00007104, 'BTC', 'JPY', marketNow)).toBe('≈ 51.8円')
    expect(convertedPrice(en, usd, 0.00007104, 'BTC', 'USD', until)).toBeNull()
    expect(convertedPrice(en, {}, 0.00007104, 'BTC', 'USD', marketNow)).toBeNull()
    expect(convertedPrice(en, usd, 100, 'USD', 'USD', marketNow)).toBeNull()
  })
})

describe('official statements', () => {
  const other = statement({ id: 'other', scope: 'asset', assets: ['VIA'] })
  const margin = statement({ id: 'margin', market: 'margin' })
  const own = statement({ id: 'own', scope: 'asset', what: 'deposit-suspended', assets: ['SYS'], begin: 1 })

  const win = statement({ id: 'win', what: 'other', title: 'Share your ideas and win' })
  const winSys = statement({ id: 'win SYS', what: 'other', scope: 'asset', assets: ['SYS'] })
  const aboutSys = { ...sys, symbol: 'SYSBTC' }
  const whole = { venue: 'binance', symbol: null, base: null, quote: null }

  test('are filtered by pair, oldest first', () => {
    const all = official([statement(), other, margin, own, win, winSys])
    const ids = (about: typeof aboutSys | typeof whole) =>
      statementsOf(officialSummaryOf(all, about, marketNow)).map(({ statement: { id } }) => id)
    expect(ids(aboutSys)).toEqual(['own', 'halt'])
    expect(ids(whole)).toEqual(['halt'])
    expect(statementsOf(null)).toEqual([])
  })

  test('include the venue’s lists of coins and pairs', () => {
    const since = marketNow
    const listed = {
      ...official([]),
      suspended: [{ asset: 'SYS', deposit: false, withdrawal: false, since }],
      impaired: [{ symbol: 'SYSBTC', base: 'SYS', quote: 'BTC', state: 'halted' as const, since }],
    }
    const statements = statementsOf(officialSummaryOf(listed, aboutSys, marketNow))
    expect(statements.map(({ statement: { what } }) => what)).toEqual(['withdrawal-suspended', 'halt'])
    expect(haltsOf(statements, since + minute)).toEqual([{ from: since, to: since + minute }])
  })

  test('halt trading only while they hold, and only for the venue or the pair', () => {
    const begin = startedAt
    const spans = (part: Parameters<typeof statement>[0]) =>
      haltsOf([{ statement: statement({ via: 'status', begin, ...part }), at: begin }], begin + 10)
    expect(spans({})).toEqual([{ from: begin, to: begin + 10 }])
    expect(spans({ end: begin + 4 })).toEqual([{ from: begin, to: begin + 4 }])
    expect(spans({ endedAt: begin + 5 })).toEqual([{ from: begin, to: begin + 5 }])
    expect(spans({ state: 'scheduled' })).toEqual([])
    expect(spans({ scope: 'asset' })).toEqual([])
    expect(spans({ what: 'listing' })).toEqual([])
  })

  test('announced without a span of time halt nothing', () => {
    const announced = statement({ via: 'announcements', begin: startedAt })
    const halts = (part: Parameters<typeof statement>[0]) =>
      haltsOf([{ statement: { ...announced, ...part }, at: startedAt }], startedAt + 10)
    expect(halts({})).toEqual([])
    expect(halts({ state: 'over' })).toEqual([])
    expect(halts({ begin: startedAt + 2, end: startedAt + 4 })).toEqual([
      { from: startedAt + 2, to: startedAt + 4 },
    ])
  })

  test('are quoted unchanged, or named by their topic', () => {
    expect(statementText(en, statement())).toMatch(/^Emergency maintenance/)
    const { title: _, ...untitled } = statement({ state: 'over' })
    expect(statementText(en, untitled)).toBe('Maintenance (over)')
    expect(statementText(ja, untitled)).toBe('メンテナンス(終了)')
  })

  test('of a status source are named by topic, not by their machine code', () => {
    expect(statementText(en, statement({ via: 'status', title: 'system_maintenance' }))).toBe('Maintenance')
  })

  test('are absent until the first one, even after the end of the chart', () => {
    const model = { grid: gridOf({ from: startedAt, to: startedAt + 60 * minute }), checkedAt: marketNow }
    const statementsAt = (at: number) => [{ statement: statement(), at }]
    const late = startedAt + 333 * minute
    expect(noStatementText({ ...model, statements: statementsAt(late) }, en)).toContain(en.format.clock(late))
    expect(noStatementText({ ...model, statements: [] }, en)).toContain(en.format.clock(marketNow))
    expect(noStatementText({ ...model, statements: [], checkedAt: null }, en)).toBe('not looked for')
  })
})

describe('the timeline', () => {
  const statements = [{ statement: statement(), at: startedAt + 333 * minute }]

  test('has measured and official entries in order of time', () => {
    const rows = pairEntries(en, settled(), course, true, statements, price)
    expect(rows.map(({ text }) => text)).toEqual([
      'Start of the move, 0.00003312',
      expect.stringMatching(/^Notice: Pump, \+/),
      expect.stringMatching(/^Warning: Pump, \+/),
      expect.stringMatching(/^Surging, \+/),
      'Traded at 96 BTC, 2,230,000× the price around it',
      'Danger: Stray print, key-abuse pattern, pump, +114.5% since start',
      'Peak 0.00015960, +381.9% since start',
      'Fading, +381.9% since start',
      expect.stringMatching(/^Falling, \+/),
      'Settled, +5.1% since start',
      expect.stringMatching(/^Emergency maintenance/),
    ])
    expect(rows.at(-1)?.statement?.id).toBe('halt')
    const times = rows.map(({ at }) => at)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  })

  test('claims no changes of an episode that was not observed', () => {
    const texts = pairEntries(en, settled(), extendCourse(null, settled()), false, [], price).map(
      ({ text }) => text,
    )
    expect(texts).toContain('Danger, Settled: the first that is recorded')
    expect(texts.filter((text) => text.startsWith('Danger:'))).toEqual([])
  })

  test('is empty without episode and statements', () => {
    expect(pairEntries(en, null, null, false, [], price)).toEqual([])
    expect(pairEntries(en, null, null, false, statements, price)).toHaveLength(1)
  })
})
