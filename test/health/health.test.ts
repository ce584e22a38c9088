// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { run } from '../../src/health/run.tsx'
import { healthWords } from '../../src/health/words.ts'
import type { Health } from '../../src/shared/messages/health.ts'
import { changeSettings } from '../../src/shared/settings/settings-item.ts'
import { bannerRemovals, mutes, unanswered, venues } from '../../src/shared/storage/items.ts'
import { browser } from '../../src/shared/web-extension.ts'
import { venue } from '../../tools/examples/made-up.ts'
import { stub } from '../shared/browser-stub.ts'
import { click, findByName, findOne, settle, textsOf } from '../ui/page-actions.ts'

const now = Date.now()
const okx = venue({
  venue: 'okx',
  kind: 'stale',
  receivedAt: now - 120_000,
  retryAt: now + 60_000,
  reason: 'HTTP 503',
  dropped: 12,
  droppedShare: 0.6,
  droppedExample: 'price: "abc" is no number',
  subscriptions: { refused: 3, unanswered: 2, unmatched: 0 },
})
const answer: Health = {
  startedAt: now - 3_600_000,
  unanswered: ['pages'],
  setAside: [{ what: 'engine of okx', reason: 'pairs: no list', at: now - 60_000 }],
  venues: [{ state: okx, spentShare: 0.42, savedAt: now - 60_000 }],
}

// Read beforehand: a page waits for them as long as the disk takes.
await healthWords('en')

describe('the health page', () => {
  let page: AbortController
  let copied: string[] = []
  /** What the background says; undefined: nothing. */
  let background: Health | undefined
  let canTry = true

  const open = async () => {
    page = new AbortController()
    document.body.innerHTML = '<div id="health"></div>'
    run(findOne('#health'), page.signal)
    await settle()
  }
  const factsOf = (panel: string) => textsOf(`[aria-labelledby=${panel}] .facts > div`)
  const queries = () => stub.requests.map((message) => (message as { query: string }).query)

  beforeEach(async () => {
    await stub.reset()
    copied = []
    background = answer
    canTry = true
    stub.answer = (message) => {
      const { query } = message as { query: string }
      if (query === 'health') return background && { answer: background }
      return query === 'try-again' && canTry ? { answer: true } : undefined
    }
    const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) }
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(clipboard as unknown as Clipboard)
  })
  afterEach(() => {
    page.abort()
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  test('shows each venue in words, with what was lost and what is spent', async () => {
    await open()
    expect(findOne('#venue-okx').textContent).toBe('OKX')
    const facts = factsOf('venue-okx').map((fact) =>
      fact.replace(/\d\d:\d\d:\d\d/, 'TIME').replace(/ \d+ s /, ' '),
    )
    expect(facts).toEqual([
      'Last readable data2 min ago',
      'Rows left out60% in the last 5 minfor example: price: "abc" is no number12 since the start',
      'Subscriptions3 refused, 2 unanswered',
      'ReasonHTTP 503',
      'Next tryTIME',
      'Requests42% of what Keiho allows itself',
      'Last saved1 min ago',
      'Official sourcesnone asked yet',
    ])
  })

  test('shows the extension as a whole', async () => {
    await browser.alarms.create('wake', { periodInMinutes: 0.5 })
    await open()
    const facts = factsOf('background-title').join('\n')
    expect(facts).toMatch(/^Backgroundanswers, started 1 h ago$/m)
    expect(facts).toMatch(/^Alarmnext at \d\d:\d\d:\d\d$/m)
    expect(facts).toMatch(/^Browser parts without answeropen pages$/m)
    expect(facts).toMatch(/^Damaged and begun anewengine of okx 1 min.* ago · pairs: no list$/m)
    expect(facts).toMatch(/^Version1\.2\.3$/m)
  })

  test('says plainly that the background does not answer, and shows what is stored', async () => {
    background = undefined
    await venues.set([okx])
    await unanswered.set(['database'])
    await open()
    expect(textsOf('main > [role=alert]').join('')).toMatch(/^The background does not answer\..*Reload Keiho/)
    const facts = factsOf('background-title').join('\n')
    expect(facts).toMatch(/^Backgrounddoes not answer$/m)
    expect(facts).toMatch(/^Alarmnone/m)
    expect(facts).toMatch(/^Browser parts without answerdatabase$/m)
    expect(factsOf('venue-okx').join('\n')).not.toMatch(/Requests|Last saved/)
    expect(factsOf('venue-okx')[0]).toMatch(/^Last readable data2 min/)
  })

  test('shows itself where the browser’s storage fails too', async () => {
    background = undefined
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('broken'))
    vi.spyOn(browser.alarms, 'getAll').mockRejectedValue(new Error('broken'))
    await open()
    const facts = factsOf('background-title').join('\n')
    expect(facts).toMatch(/^Browser parts without answerstorage$/m)
    expect(facts).toMatch(/^Alarmunknown$/m)
  })

  test('copies a report that tells nothing of the trader', async () => {
    await changeSettings((present) => ({
      ...present,
      watch: ['binance:NXS/BTC'],
      ignore: ['okx:BTC3L/USDT'],
      quotes: ['JPY'],
      sensitivity: { kind: 'sensitive' },
      language: 'en',
    }))
    await mutes.set([{ pair: 'binance:VIB/BTC', until: null }])
    await bannerRemovals.set([{ site: 'www.okx.com', at: now }])
    await open()
    await click(findByName('Copy a report'))
    expect(textsOf('.actions [role=status]')).toEqual(['Copied'])
    const [text = ''] = copied
    expect(text).toBe(findOne('pre').textContent)
    expect(text).not.toMatch(/NXS|BTC3L|VIB|JPY|www\.okx|watch|mute|language/)
    expect(JSON.parse(text)).toMatchObject({
      keiho: '1.2.3',
      sensitivity: { kind: 'sensitive' },
      unanswered: ['pages'],
      venues: [{ venue: 'okx', kind: 'stale', droppedShare: 0.6, spentShare: 0.42 }],
    })
  })

  test('says where the report could not be copied, or nothing was tried', async () => {
    const refusing = { writeText: () => Promise.reject(new Error('refused')) } as unknown as Clipboard
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(refusing)
    canTry = false
    await open()
    await click(findByName('Copy a report'))
    expect(textsOf('.actions [role=alert]').join('')).toMatch(/^Not copied/)
    await click(findByName('Try everything again'))
    expect(textsOf('.actions [role=alert]').join('')).toMatch(/^The background gave no answer/)
  })

  test('tries everything again, and then reads anew', async () => {
    await open()
    await click(findByName('Try everything again'))
    expect(queries()).toEqual(['health', 'try-again', 'health'])
    expect(textsOf('.actions [role=status]').join('')).toMatch(/^Done:/)
  })

  test('reads anew every five seconds while it is visible, and when it becomes so', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    await open()
    const pass = async (ms: number) => {
      vi.advanceTimersByTime(ms)
      await settle()
    }
    await pass(5000)
    expect(queries()).toHaveLength(2)
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    await pass(60_000)
    expect(queries()).toHaveLength(2)
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    await settle()
    expect(queries()).toHaveLength(3)
  })
})
