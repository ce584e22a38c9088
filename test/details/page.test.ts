// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { run } from '../../src/details/run.tsx'
import { detailsWords } from '../../src/details/words.ts'
import type { CandlesAnswer } from '../../src/shared/messages/queries.ts'
import type { QueryMessage } from '../../src/shared/messages/send-query.ts'
import { detailsAddress } from '../../src/shared/details-address.ts'
import { episodes, officials, venues } from '../../src/shared/storage/items.ts'
import { changeSettings } from '../../src/shared/settings/settings-item.ts'
import { stub } from '../shared/browser-stub.ts'
import { findOne, click, settle, textsOf } from '../ui/page-actions.ts'
import { marketFall, venue } from '../../tools/examples/made-up.ts'
import {
  candlesAnswer,
  course,
  elsewhere,
  history,
  marketNow,
  official,
  settled,
  tape,
} from './example-incident.ts'

const all = { candles: candlesAnswer(), course, tape, elsewhere, history }
const answerAll = (answers: Partial<typeof all>) => {
  stub.answer = (message) => {
    const { query } = message as QueryMessage
    return query in answers ? { answer: answers[query as keyof typeof all] } : undefined
  }
}

// Read beforehand: a page waits for them as long as the disk takes.
await Promise.all([detailsWords('en'), detailsWords('ja')])

describe('the details page', () => {
  let page: AbortController
  const open = async (hash: string) => {
    page = new AbortController()
    location.hash = hash
    document.body.innerHTML = '<div id="details"></div>'
    run(findOne('#details'), page.signal)
    await settle()
    await settle()
  }
  const openEpisode = (id = settled().id) => open(detailsAddress(id).replace(/^[^#]*/, ''))

  beforeEach(async () => {
    await stub.reset()
    await episodes.set([settled(), marketFall()])
    await venues.set([venue({ receivedAt: Date.now(), marketAt: marketNow })])
  })
  afterEach(() => {
    page.abort()
    vi.useRealTimers()
  })

  test('shows everything known of an episode', async () => {
    answerAll(all)
    await officials.set([official()])
    await openEpisode()
    expect(document.title).toBe('SYS/BTC – Keiho')
    expect(textsOf('h1')).toEqual(['SYS/BTC'])
    expect(textsOf('.sum b')).toEqual([
      '0.00003312',
      '0.00007104',
      '0.00015960',
      '0.00003480',
      expect.stringMatching(/\d\d:36$/),
    ])
    expect(textsOf('.tape td')).toEqual(['6,812', '1,904', '214', '93%', '41.8'])
    expect(findOne('.after .note a').getAttribute('href')).toBe('/src/history/index.html#pair=SYS%2FBTC')
    expect(textsOf('.after tbody tr')[0]).toMatch(/This one ?\+17\.1% ?\+123\.9% ?–/)
    expect(textsOf('.elsewhere .sub')).toHaveLength(1)
    expect(textsOf('.checks li').length).toBeGreaterThan(4)
    expect(findOne('.timeline a').getAttribute('href')).toMatch(/^https:/)
    expect(textsOf('.nothing')).not.toContain('Not known now.')
  })

  test('without query results shows them as unknown, and still shows what is stored', async () => {
    await openEpisode()
    expect(textsOf('.nothing')).toEqual(expect.arrayContaining(['Not known now.']))
    expect(textsOf('.sum b')[1]).toBe('–')
    expect(textsOf('.timeline .note')).toHaveLength(1)
    expect(textsOf('.evidences tr').length).toBe(settled().evidence.length)
    expect(textsOf('.known-list li')[0]).toMatch(/not looked for/)
  })

  const legendWith = async (candles: CandlesAnswer | undefined | Promise<never>) => {
    stub.answer = (message) => {
      const { query } = message as QueryMessage
      if (query !== 'candles' || !candles) return undefined
      return candles instanceof Promise ? candles : { answer: candles }
    }
    await openEpisode()
    return textsOf('.legend')[0]
  }
  const missing = { kind: 'unavailable', why: 'failed', reason: 'HTTP 500', seen: [] } as const
  const asSeen = 'As seen by Keiho (the venue’s candles are not available)'

  test('says whose prices it shows, and why they are not the venue’s', async () => {
    expect(await legendWith(missing)).toContain(`${asSeen}Binance did not give its candles (HTTP 500)`)
    page.abort()
    expect(await legendWith({ ...missing, why: 'not-published' })).toContain('Binance publishes no candles')
    page.abort()
    expect(await legendWith({ ...missing, why: 'none' })).toContain('Binance has no candle of that time')
    page.abort()
    expect(await legendWith(undefined)).toContain(asSeen)
    page.abort()
    expect(await legendWith(candlesAnswer())).not.toMatch(/Keiho|Binance/)
  })

  test('tells asking from none, and in which zone its times are', async () => {
    const legend = await legendWith(new Promise<never>(() => undefined))
    expect(legend).toContain('Asking Binance for its candles')
    expect(legend).not.toContain(asSeen)
    expect(legend).toMatch(/times: ./)
    expect(textsOf('.panel.chart caption')[0]).toMatch(/times: ./)
  })

  test('stops waiting for query results that never arrive', async () => {
    stub.answer = () => new Promise(() => undefined)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
    page = new AbortController()
    location.hash = '#episode=gone'
    document.body.innerHTML = '<div id="details"></div>'
    run(findOne('#details'), page.signal)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(textsOf('main')).toEqual(['Reading what is kept'])
    await vi.advanceTimersByTimeAsync(8_000)
    expect(textsOf('h1')).toEqual(['Nothing is kept of this episode'])
  })

  test('finds in history an episode that storage no longer holds', async () => {
    await episodes.set([])
    answerAll({ history })
    await openEpisode()
    expect(textsOf('h1')).toEqual(['SYS/BTC'])
  })

  test.each(['', '#pair=nonsense', '#episode='])(
    'reports that the address %j names no subject',
    async (hash) => {
      await open(hash)
      expect(textsOf('h1')).toEqual(['This address names no episode and no pair'])
      expect(stub.requests).toEqual([])
    },
  )

  test('shows another subject when the address changes', async () => {
    await openEpisode()
    location.hash = `#episode=${encodeURIComponent(marketFall().id)}`
    dispatchEvent(new Event('hashchange'))
    await settle()
    expect(textsOf('h1')).toEqual(['Whole market'])
    expect(document.querySelector('.tape')).toBeNull()
  })

  test('ignores a late result about another pair', async () => {
    const late: ((reply: unknown) => void)[] = []
    stub.answer = () => new Promise((resolve) => late.push(resolve))
    await openEpisode()
    location.hash = '#pair=binance:VIA/BTC'
    await settle()
    const requests = stub.requests as QueryMessage[]
    const first = requests.findIndex(({ query }) => query === 'tape')
    expect(requests[first]?.args).toMatchObject({ pair: { base: 'SYS' } })
    late[first]?.({ answer: tape })
    await settle()
    expect(textsOf('h1')).toEqual(['VIA/BTC'])
    expect(textsOf('.tape td')).toEqual([])
  })

  test('states for a pair without episode that this is no forecast', async () => {
    await open('#pair=binance:VIA/BTC')
    expect(textsOf('h1')).toEqual(['VIA/BTC'])
    expect(textsOf('.say')[0]).toMatch(/Nothing flagged.*says nothing about what a price will do next/)
    expect(stub.ports[0]?.sent).toContainEqual({
      kind: 'view',
      pair: { venue: 'binance', base: 'VIA', quote: 'BTC' },
    })
  })

  test('follows live messages of the pair, and reports a venue without data', async () => {
    await openEpisode()
    const [port] = stub.ports
    const state = venue({ receivedAt: Date.now(), marketAt: marketNow + 5_000 })
    const pair = { venue: 'binance', base: 'SYS', quote: 'BTC' }
    port?.onMessage.fire({
      kind: 'live',
      pair,
      last: 0.00004444,
      at: marketNow + 5_000,
      venue: state,
      episode: null,
    })
    await settle()
    expect(textsOf('.sum b')[3]).toBe('0.00004444')
    port?.onMessage.fire({
      kind: 'live',
      pair: { ...pair, base: 'VIA' },
      last: 7,
      at: marketNow + 9_000,
      venue: state,
      episode: null,
    })
    await settle()
    expect(textsOf('.sum b')[3]).toBe('0.00004444')
    expect(document.querySelector('.silent')).toBeNull()
    await venues.set([venue({ kind: 'stale', receivedAt: Date.now() - 1, marketAt: marketNow })])
    await venues.set([venue({ kind: 'stale', receivedAt: Date.now() + 1, marketAt: marketNow })])
    await settle()
    expect(textsOf('.silent')[0]).toMatch(/No data for/)
  })

  test('applies language and appearance, also when the settings change', async () => {
    await openEpisode()
    await changeSettings((present) => ({ ...present, language: 'ja', theme: 'dark', direction: 'western' }))
    await settle()
    expect(document.documentElement.lang).toBe('ja')
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', market: 'western' })
    expect(textsOf('.timeline h2')).toEqual(['測定と公式発表の時系列'])
  })

  test('operates the export menu by keyboard and returns the focus', async () => {
    await openEpisode()
    const button = findOne('.end [aria-haspopup=menu]')
    await click(button)
    const key = (name: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))
    expect(document.activeElement?.textContent).toBe('Everything (JSON)')
    key('ArrowUp')
    expect(document.activeElement?.textContent).toBe('Report a false alarm')
    key('Home')
    expect(document.activeElement?.textContent).toBe('Everything (JSON)')
    key('Escape')
    await settle()
    expect(document.querySelector('[role=menu]')).toBeNull()
    expect(document.activeElement).toBe(button)
    expect(button.getAttribute('aria-expanded')).toBe('false')
  })

  test('reports which file was saved, or why saving failed', async () => {
    await openEpisode()
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    const choose = async (nth: number) => {
      await click(findOne('.end [aria-haspopup=menu]'))
      const item = document.querySelectorAll<HTMLElement>('[role=menuitem]')[nth]
      if (item) await click(item)
    }
    await choose(0)
    expect(textsOf('.told')).toEqual(['keiho-binance-SYS-BTC-20180703T1903Z.json saved'])
    expect(saved).toHaveBeenCalledTimes(1)
    // There is no canvas here.
    await choose(2)
    expect(textsOf('.told')[0]).toMatch(/^The export failed/)
    expect(saved).toHaveBeenCalledTimes(1)
    saved.mockRestore()
  })

  test('copies what it says as text, each time with its zone', async () => {
    await openEpisode()
    const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve())
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
    await click(findOne('.end [aria-haspopup=menu]'))
    await click(document.querySelectorAll<HTMLElement>('[role=menuitem]')[3]!)
    expect(textsOf('.told')).toEqual(['Copied'])
    const [title, ...lines] = writeText.mock.calls[0]![0].split('\n')
    expect(title).toContain('SYS/BTC')
    const entries = lines.slice(lines.indexOf('') + 1)
    expect(entries.length).toBeGreaterThan(1)
    for (const entry of entries) expect(entry).toMatch(/\b(UTC|GMT|JST|[A-Z]{2,5})\b/)
  })

  test('replays a moment, of which nothing later is said, and returns to now by one press', async () => {
    answerAll(all)
    await officials.set([official()])
    await openEpisode()
    const now = textsOf('main')
    const slider = findOne('.replay input') as HTMLInputElement
    const moveTo = async (step: number) => {
      slider.value = String(step)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      await settle()
    }
    await moveTo(0)
    expect(textsOf('.say b')).toEqual(['Nothing flagged yet at this moment'])
    expect(textsOf('.timeline tbody tr')).toEqual([])
    // 40 of 147 steps: an hour and 20 minutes after the start, before the stray print.
    await moveTo(40)
    expect(textsOf('.highest')[0]).toMatch(/Warning$/)
    expect(textsOf('.phases [aria-current]')).toEqual(['Surging'])
    expect(textsOf('.replay p')[0]).toMatch(/^As of .*\d\d:23:00 \S+: what was known then, nothing later$/)
    expect(slider.getAttribute('aria-valuetext')).toMatch(/:23:00 .*, Surging$/)
    expect(textsOf('main')[0]).not.toMatch(/96 BTC|fading|Emergency/i)
    expect(textsOf('.tape .nothing')).toEqual(['Not recorded for this moment'])
    const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve())
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
    await click(findOne('.end [aria-haspopup=menu]'))
    await click(document.querySelectorAll<HTMLElement>('[role=menuitem]')[3]!)
    expect(writeText.mock.calls[0]![0]).toMatch(/Warning.*[^]*As of .*:23:00/)
    await click(findOne('.replay .btn:last-child'))
    await settle()
    expect(textsOf('main')[0]).toBe(now[0]?.replace(/^/, 'Copied'))
  })

  test('shows the chart’s figures as a visible table where no chart can be drawn', async () => {
    answerAll(all)
    await openEpisode()
    const rows = textsOf('.chart tbody tr')
    expect(rows[0]).toMatch(/^First bar, open ?0\.0000/)
    expect(rows.some((row) => row.startsWith('Highest'))).toBe(true)
    expect(textsOf('.chart .nothing')).toEqual([
      'This browser cannot draw the chart. Its figures stand below.',
    ])
    expect(findOne('.chart .t').closest('.spoken')).toBeNull()
  })

  test('opens the trading page of the pair', async () => {
    await openEpisode()
    await click(findOne('.end button'))
    expect(stub.opened).toEqual([expect.stringContaining('binance.com')])
  })
})
