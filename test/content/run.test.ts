// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { changeSettings } from '../../src/shared/settings/settings-item.ts'
import { episodes, mutes, officials, venues } from '../../src/shared/storage/items.ts'
import { episode, incident, marketNow, venue, wallNow } from '../../tools/examples/made-up.ts'
import { maintenance, official } from '../../tools/examples/made-up-official.ts'
import { eachVisit } from '../../src/content/page/each-visit.ts'
import { run } from '../../src/content/run.ts'
import { browser } from '../../src/shared/web-extension.ts'
import { stub } from '../shared/browser-stub.ts'
import { advance, bringTexts, commands, openPage, setUp, tearDown } from './open-page.ts'
import { trusted } from './trusted.ts'

const trading = 'https://www.binance.com/en/trade/NAV_BTC'
const pair = { venue: 'binance', base: 'NAV', quote: 'BTC' }
const hosts = () => document.querySelectorAll('html > div')

/** What a reader reads: the words of each text. */
const wordsOf = (element: Element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  for (let text = walker.nextNode(); text; text = walker.nextNode()) texts.push(text.textContent ?? '')
  return texts.join(' ').split(/\s+/).filter(Boolean)
}

// From stored values and live messages to the text on the page, without a browser.
describe('the content script on a trading page', () => {
  beforeEach(setUp)
  afterEach(() => {
    tearDown()
    expect(hosts()).toHaveLength(0)
  })

  test('adds nothing to the page while there is nothing to show', async () => {
    await openPage(trading)
    await advance(3_000)
    expect(hosts()).toHaveLength(0)
  })

  test('asks for no frame while there is nothing to show, whatever the venue sends', async () => {
    await openPage(trading)
    const frames = vi.mocked(requestAnimationFrame).mockClear()
    const live = { kind: 'live', pair, last: 1, at: marketNow, venue: venue(), episode: null }
    for (let second = 0; second < 3; second++) {
      stub.ports[0]?.onMessage.fire(live)
      await advance(1_000)
    }
    expect(frames).not.toHaveBeenCalled()
    stub.ports[0]?.onMessage.fire({ ...live, episode: episode() })
    await advance(0)
    expect(hosts()).toHaveLength(1)
  })

  test('reports the pair on screen to the background', async () => {
    await openPage(trading)
    expect(stub.ports[0]?.sent.at(-1)).toEqual({ kind: 'view', pair })
  })

  test('opens the brief card of a Warning by itself, the number first, in at most 35 words', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    expect(page.text()).toContain('WarningNAV/BTCBinance spot+15.6% in 3 min 40 s')
    expect(page.text()).toContain('PumpFading −9.6% off peak')
    expect(wordsOf(page.find('.card')!).length).toBeLessThanOrEqual(35)
  })

  test('the brief card leads with how far off a stray print was, and has the newest official word', async () => {
    await episodes.set([incident({ base: 'NAV' })])
    await officials.set([official({ statements: [maintenance()] })])
    const page = await openPage(trading)
    expect(page.text()).toContain('2,230,000× usual Traded at 96 BTC')
    expect(page.textOf('.brief-official')).toBe('Maintenance')
    expect(wordsOf(page.find('.card')!).length).toBeLessThanOrEqual(35)
  })

  test('the brief card says so where data stop', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    await venues.set([venue({ kind: 'stale', receivedAt: wallNow - 48_000 })])
    await advance(0)
    expect(page.textOf('.brief')).toContain('No data for 48 s')
    expect(page.find('.brief-number')).toBeNull()
  })

  describe('after a Warning has settled', () => {
    const settledAt = marketNow - 12 * 60_000
    const settled = episode({ phase: 'settled', changedAt: settledAt, updatedAt: settledAt })
    beforeEach(() => venues.set([venue({ marketAt: marketNow })]))

    test('says for an hour that it has, and how far it came down; then nothing', async () => {
      await episodes.set([settled])
      const page = await openPage(trading)
      expect(page.text()).toBe('Settled 12 min ago\u22129.6% off peakDetails')
      await page.click('.chip-open')
      expect(commands()).toEqual([{ kind: 'details', episode: settled.id }])
      await venues.set([venue({ marketAt: settledAt + 60 * 60_000 })])
      await advance(1_000)
      expect(page.text()).toBe('')
    })

    test('says nothing of it once the trader hid it, or of a Notice', async () => {
      await episodes.set([{ ...settled, tier: 'notice', id: 'notice' }, settled])
      const page = await openPage(trading)
      await page.click('.chip .icon-btn')
      expect(commands()).toEqual([{ kind: 'hide', episode: settled.id, changedAt: settledAt }])
      expect(page.text()).toBe('')
    })

    test('gives way to what the pair does next', async () => {
      await episodes.set([settled, episode({ id: 'next' })])
      const page = await openPage(trading)
      expect(page.text()).toContain('WarningNAV/BTC')
    })
  })

  test('shows the evidence of a Warning on request, in English', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    await page.click('.more')
    expect(page.focused()?.className).toContain('collapse')
    expect(page.shadowMode()).toBe('closed')
    expect(page.text()).toContain('WarningNAV/BTCBinance spot')
    expect(page.text()).toContain('Unusual market activity (cause not confirmed)')
    expect(page.text()).toContain('Turnover vs usual61×4 min')
    expect(page.text()).toContain('Since start+15.6%')
    expect(page.text()).toContain('Last, BTC0.00001488')
    expect(page.text()).toContain('3 min 40 s')
    expect(page.text()).toContain('Data 1 s old')
  })

  test('shows the card in Japanese', async () => {
    stub.uiLanguage = 'ja'
    bringTexts('ja')
    await episodes.set([incident({ base: 'NAV' })])
    const page = await openPage('https://www.binance.com/ja/trade/NAV_BTC')
    expect(page.find('.keiho')?.getAttribute('lang')).toBe('ja')
    await page.click('.more')
    expect(page.text()).toContain('危険NAV/BTCBinance 現物')
    expect(page.text()).toContain('異常約定・APIキー悪用型の動き・急騰')
    expect(page.text()).toContain('96 BTC で約定通常の223万倍')
    expect(page.text()).toContain('約定が取り消される(ロールバックされる)可能性があります。')
    expect(page.text()).toContain('使っていないAPIキーを削除する')
    expect(page.text()).toContain('データは1秒前')
  })

  test('speaks English until the texts of its language are there, and asks for them once', async () => {
    stub.uiLanguage = 'ko'
    await episodes.set([incident({ base: 'NAV' })])
    const opening = openPage(trading)
    await advance(1_000)
    const page = await opening
    await changeSettings((present) => ({ ...present, theme: 'dark' }))
    await advance(5_000)
    expect(page.find('.keiho')?.getAttribute('lang')).toBe('en')
    expect(page.text()).toContain('DangerNAV/BTC')
    expect(commands()).toEqual([{ kind: 'run-banner' }])
  })

  test('shows nothing in English where the texts of its language come within a second', async () => {
    stub.uiLanguage = 'ko'
    await episodes.set([incident({ base: 'NAV' })])
    const replaced = new AbortController()
    const running = run(replaced)
    await advance(900)
    expect(commands()).toEqual([{ kind: 'run-banner' }])
    // The background runs the texts, then the banner anew, in the place of the one that runs.
    replaced.abort()
    await running
    expect(hosts()).toHaveLength(0)
    bringTexts('ko')
    const page = await openPage(trading)
    expect(page.find('.keiho')?.getAttribute('lang')).toBe('ko')
    expect(page.text()).toContain('위험NAV/BTC')
    expect(commands()).toHaveLength(1)
  })

  test('asks to be run anew in the language that is chosen while it runs', async () => {
    await episodes.set([incident({ base: 'NAV' })])
    await openPage(trading)
    expect(commands()).toEqual([])
    for (const language of ['zh-Hant', 'en', 'zh-Hant'] as const) {
      await changeSettings((present) => ({ ...present, language }))
      await advance(100)
    }
    expect(commands()).toEqual([{ kind: 'run-banner' }, { kind: 'run-banner' }])
  })

  test('a muted pair does not appear while storage is read', async () => {
    await episodes.set([episode()])
    await mutes.set([{ pair: 'binance:NAV/BTC', until: null }])
    await openPage(trading)
    stub.ports[0]?.onMessage.fire({
      kind: 'live',
      pair,
      last: 1,
      at: marketNow,
      venue: venue(),
      episode: episode(),
    })
    await advance(0)
    expect(hosts()).toHaveLength(0)
  })

  test('shows live figures between stored values', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    const ahead = episode({ updatedAt: marketNow + 1_000, lastPrice: 0.0000161 })
    stub.ports[0]?.onMessage.fire({
      kind: 'live',
      pair,
      last: 0.0000161,
      at: marketNow + 1_000,
      venue: venue(),
      episode: ahead,
    })
    await advance(0)
    expect(page.text()).toContain('+25.1% in 3 min 41 s')
    stub.ports[0]?.onMessage.fire({
      kind: 'live',
      pair: { ...pair, base: 'ADA' },
      last: 1,
      at: 1,
      venue: venue(),
      episode: null,
    })
    await advance(0)
    expect(page.text()).toContain('+25.1% in 3 min 41 s')
  })

  test('draws what moves by itself once a frame, and not in a tab behind another, where no frames come', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    const before = page.text()
    const frames = vi.mocked(requestAnimationFrame).mockClear().mockReturnValue(1)
    const fire = (second: number) =>
      stub.ports[0]?.onMessage.fire({
        kind: 'live',
        pair,
        last: 0.0000161,
        at: marketNow + second * 1000,
        venue: venue(),
        episode: episode({ updatedAt: marketNow + second * 1000, lastPrice: 0.0000161 }),
      })
    for (const second of [1, 2, 3]) fire(second)
    expect(frames).toHaveBeenCalledTimes(1)
    await advance(5_000)
    expect(page.text()).toBe(before)
    frames.mock.calls[0]![0](0)
    await advance(0)
    expect(page.text()).toContain('+25.1% in 3 min 43 s')
  })

  test('follows navigation to another pair and back', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    history.pushState(null, '', '/en/trade/ADA_BTC')
    await advance(1_000)
    expect(page.text()).toBe('')
    expect(stub.ports[0]?.sent.at(-1)).toEqual({ kind: 'view', pair: { ...pair, base: 'ADA' } })
    history.pushState(null, '', '/en/trade/NAV_BTC')
    await advance(1_000)
    expect(page.text()).toContain('NAV/BTC')
    history.pushState(null, '', '/en/markets')
    await advance(1_000)
    expect(page.text()).toBe('')
    expect(stub.ports[0]?.sent.at(-1)).toEqual({ kind: 'view', pair: null })
  })

  test('shows that data is missing, and retries on request', async () => {
    await episodes.set([episode()])
    await venues.set([venue({ kind: 'stale', receivedAt: wallNow - 48_000 })])
    const page = await openPage(trading)
    expect(page.text()).toBe('No data48 s')
    await page.click('.chip-open')
    expect(page.text()).toContain('No data for 48 s: this market cannot be judged')
    await advance(2_000)
    expect(page.text()).toContain('No data for 50 s')
    await page.click('.card-actions .primary')
    expect(commands()).toEqual([{ kind: 'retry' }])
  })

  test('back from the back/forward cache it asks for the pair in view at once and shows what changed', async () => {
    await episodes.set([episode()])
    const script = new AbortController()
    location.href = trading
    const show = (type: string) => dispatchEvent(trusted(Object.assign(new Event(type), { persisted: true })))
    eachVisit((life) => void run(life), script.signal)
    await advance(0)
    expect(hosts()).toHaveLength(1)
    show('pagehide')
    expect(hosts()).toHaveLength(0)
    expect(stub.ports.map(({ disconnected }) => disconnected)).toEqual([true])
    await mutes.set([{ pair: 'binance:NAV/BTC', until: null }])
    show('pageshow')
    await advance(0)
    expect(stub.ports.map(({ sent }) => sent.at(-1))).toEqual(Array(2).fill({ kind: 'view', pair }))
    expect(stub.ports[1]?.disconnected).toBe(false)
    expect(hosts()).toHaveLength(0)
    await mutes.set([])
    await advance(0)
    expect(hosts()).toHaveLength(1)
    script.abort()
  })

  test('an update of the extension removes the banner', async () => {
    await episodes.set([episode()])
    await openPage(trading)
    expect(hosts()).toHaveLength(1)
    Object.assign(browser.runtime, { id: undefined })
    stub.ports.at(-1)?.die()
    expect(hosts()).toHaveLength(0)
  })

  test('an update removes the banner also where nothing tells the script', async () => {
    await episodes.set([episode()])
    await openPage(trading)
    Object.assign(browser.runtime, { id: undefined })
    await advance(1_000)
    expect(hosts()).toHaveLength(0)
  })

  test('an update removes it also in a tab behind another, where no frames come', async () => {
    await episodes.set([episode()])
    await openPage(trading)
    vi.mocked(requestAnimationFrame).mockReturnValue(1)
    Object.assign(browser.runtime, { id: undefined })
    await advance(1_000)
    expect(hosts()).toHaveLength(0)
  })

  test('an error removes the banner, is told and does not reach the page', async () => {
    await episodes.set([episode()])
    const page = await openPage(trading)
    vi.spyOn(document, 'elementFromPoint').mockImplementation(() => {
      throw new Error('a page that replaced it')
    })
    await advance(1_000)
    expect(hosts()).toHaveLength(0)
    expect(page.life.signal.aborted).toBe(true)
    expect(commands()).toEqual([{ kind: 'yield', site: 'www.binance.com' }])
  })
})
