// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { episodesCsv } from '../../src/history/episodes-csv.ts'
import { run } from '../../src/history/run.tsx'
import { historyWords } from '../../src/history/words.ts'
import { publishedScores } from '../../src/history/scorecard.tsx'
import { historyAddress } from '../../src/shared/details-address.ts'
import { episodes, notHelpful } from '../../src/shared/storage/items.ts'
import type { PastEpisode } from '../../src/shared/messages/queries.ts'
import { exampleEpisode } from '../background/simulated/example-episode.ts'
import { stub } from '../shared/browser-stub.ts'
import { findOne, findByName, click, settle, textsOf, typeInto } from '../ui/page-actions.ts'

const begin = 1_700_000_000_000
const pastOf = (n: number, base = 'SYS'): PastEpisode => ({
  episode: exampleEpisode({ id: `e${n}`, base, startedAt: begin - n * 1000 }),
  outcome: { after15min: 1.25, after1h: 0.5, after24h: null },
  toldPrice: 110,
})

interface SentQuery {
  readonly query: string
  readonly args: { readonly before: number | null; readonly tier: string | null }
}

// Read beforehand: a page waits for them as long as the disk takes.
await Promise.all([historyWords('en'), historyWords('ja')])

describe('the history page', () => {
  let closed = new AbortController()
  let stored: PastEpisode[] = []
  const historyQueries = () => (stub.requests as SentQuery[]).filter(({ query }) => query === 'history')
  const start = () => {
    closed = new AbortController()
    document.body.innerHTML = '<div id="history"></div>'
    run(findOne('#history'), closed.signal)
  }
  const open = async () => {
    start()
    await settle()
  }

  beforeEach(async () => {
    await stub.reset()
    stored = Array.from({ length: 150 }, (_, n) => pastOf(n, n === 7 ? 'VIA' : 'SYS'))
    stub.answer = (message) => {
      const { query, args } = message as SentQuery
      if (query === 'scorecard') return { answer: [{ tier: 'danger', episodes: 4, known: 2, below: 1 }] }
      if (query === 'delete-data') {
        stored = []
        return { answer: true }
      }
      return {
        answer: stored.filter(({ episode }) => episode.startedAt < (args.before ?? Infinity)).slice(0, 100),
      }
    }
  })
  afterEach(() => {
    location.hash = ''
    closed.abort()
  })

  test('lists past episodes with the prices after them, unknown ones as such', async () => {
    await open()
    expect(textsOf('tbody tr:first-child td').slice(4, 8)).toEqual([
      '+20.0%',
      '+25.0%',
      '\u221250.0%',
      'unknown',
    ])
  })

  test('shows only the pair in the address, if there is one', async () => {
    location.hash = historyAddress({ base: 'VIA', quote: exampleEpisode({}).quote! }).replace(/^[^#]*/, '')
    await open()
    expect(document.querySelectorAll('.scroll a')).toHaveLength(1)
    location.hash = ''
    await open()
    expect(document.querySelectorAll('.scroll a')).toHaveLength(100)
  })

  test('says when a price that is not due yet will be taken', async () => {
    const [{ episode: told }] = [pastOf(0)]
    const outcome = { after15min: null, after1h: null, after24h: null }
    stored = [{ episode: { ...told, startedAt: Date.now() - 1_200_000 }, outcome }]
    await open()
    expect(textsOf('tbody tr:first-child td.unknown')).toEqual([
      'unknown',
      '–, in 40 min',
      '–, in 23 h 40 min',
    ])
  })

  test('names the next step where nothing is listed', async () => {
    await open()
    await typeInto(findOne('input[type=search]'), 'zzz')
    expect(textsOf('p[role=status]')[0]).toBe('No episode matches.')
    await click(findByName('Show all'))
    expect(document.querySelectorAll('.scroll a')).toHaveLength(100)
    stored = []
    await open()
    expect(textsOf('p[role=status]')[0]).toMatch(/^No episode yet\. /)
    expect(textsOf('main > a')).toEqual(['See which venues are watched'])
  })

  test('leads to the other pages', async () => {
    await open()
    expect(textsOf('.page-nav a')).toEqual(['History', 'Options', 'Health'])
    expect(textsOf('.page-nav [aria-current=page]')).toEqual(['History'])
  })

  test('loads older pages up to the end', async () => {
    await open()
    await click(findByName('Show earlier ones'))
    expect(historyQueries().map(({ args }) => args.before)).toEqual([null, begin - 99_000])
    expect(document.querySelectorAll('.scroll a')).toHaveLength(150)
    expect(textsOf('p[role=status]')[0]).toBe('The record goes no further back.')
  })

  test('filters by the typed pair', async () => {
    await open()
    await typeInto(findOne('input[type=search]'), 'via')
    expect(textsOf('.scroll a')).toEqual(['VIA/BTC'])
    expect(historyQueries()).toHaveLength(1)
  })

  test('queries a single tier where one is chosen', async () => {
    await open()
    await typeInto(findOne('select'), 'danger')
    expect(historyQueries().at(-1)?.args).toMatchObject({ tier: 'danger', before: null })
  })

  test('shows this device’s scorecard next to the published one', async () => {
    await notHelpful.set([{ episode: 'e0', kind: 'pump', tier: 'danger', at: begin }])
    await open()
    expect(document.querySelectorAll('tbody input:checked')).toHaveLength(1)
    expect(textsOf('.scorecard td')).toEqual([
      '4',
      '2',
      '1 (50%)',
      '1 (25%)',
      '86%',
      'one per pair in 123 days',
    ])
  })

  test('has the same published figures as SCORECARD.md', () => {
    const page = readFileSync(join(import.meta.dirname, '../../SCORECARD.md'), 'utf8')
    for (const [tier, { recall, alarms }] of Object.entries(publishedScores)) {
      const [, found, rate] = new RegExp(`\\n\\| yes +\\| ${tier} +\\| (\\S+) .*? \\| .*? \\| (\\S+) `).exec(
        page,
      )!
      expect([Number(found), Number(rate)]).toEqual([recall, alarms])
    }
  })

  describe('while it is open', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
    afterEach(() => vi.useRealTimers())
    const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
    const pairs = () => textsOf('.scroll a')

    test('lists an episode that begins, above what is listed', async () => {
      start()
      await pass(1_000)
      findByName('Show earlier ones').click()
      await pass(1_000)
      expect(pairs()).toHaveLength(150)
      stored.unshift(pastOf(-1, 'OAX'))
      await episodes.set([pastOf(-1, 'OAX').episode])
      await pass(3_000)
      expect([pairs()[0], pairs().length]).toEqual(['OAX/BTC', 151])
    })

    test('asks a record again that did not answer', async () => {
      const { answer } = stub
      stub.answer = () => undefined
      start()
      await pass(1_000)
      expect(textsOf('p[role=status]')[0]).toBe('The record did not answer. Asking again.')
      stub.answer = answer
      await pass(3_000)
      expect(pairs()).toHaveLength(100)
    })
  })

  test('deletes data only after a confirmation', async () => {
    await open()
    await click(findByName('Delete all data'))
    expect(stored).toHaveLength(150)
    await click(findByName('Delete'))
    expect(textsOf('.scroll a')).toEqual([])
    expect(textsOf('.delete [role=status]')).toEqual(['Deleted'])
  })
})

describe('CSV export of episodes', () => {
  test('has one row per episode, with empty cells for unknown values', () => {
    expect(episodesCsv([pastOf(0)], new Set(['e0'])).split('\r\n')[1]).toBe(
      '2023-11-14T22:13:20.000Z,binance,SYS/BTC,pump,warning,100,110,120,1.25,0.5,,yes',
    )
  })

  test('quotes special characters, and marks formulas as text', () => {
    expect(episodesCsv([pastOf(0, '=1,"2"')], new Set())).toContain(`"'=1,""2""/BTC"`)
  })
})
