// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import { run } from '../../src/content/run.ts'
import { episodes, hidden, mutes, venues } from '../../src/shared/storage/items.ts'
import { stub } from '../shared/browser-stub.ts'
import { dump, episode, incident, marketNow, venue, wallNow } from '../../tools/examples/made-up.ts'

const lives: AbortController[] = []
const pair = { venue: 'binance', base: 'NAV', quote: 'BTC' }

/** Loads the content script on a trading page and gives back a look into its closed shadow. */
async function openPage(address = '/en/trade/NAV_BTC') {
  // Called through; what it returned is the only way into a closed shadow.
  const attached = vi.spyOn(Element.prototype, 'attachShadow')
  location.href = `https://www.binance.com${address}`
  const life = new AbortController()
  lives.push(life)
  await run(life)
  await vi.advanceTimersByTimeAsync(0)
  const root = () => attached.mock.results[0]?.value as ShadowRoot | undefined
  const find = (selector: string) => root()?.querySelector<HTMLElement>(`.place ${selector}`) ?? null
  return {
    text: () => root()?.querySelector('.place')?.textContent ?? '',
    spoken: (role: 'status' | 'alert') => root()?.querySelector(`[role=${role}]`)?.textContent ?? '',
    find,
    async press(selector: string) {
      find(selector)?.click()
      await vi.advanceTimersByTimeAsync(0)
    },
    lang: () => root()?.querySelector('.keiho')?.getAttribute('lang'),
    mode: () => attached.mock.calls[0]?.[0].mode,
    notes: () => document.querySelectorAll('market-note'),
  }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

// From the stored value and the live message to what the trader reads, without a browser.
describe('the content script on a trading page', () => {
  beforeEach(async () => {
    vi.useFakeTimers({
      now: wallNow,
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    })
    await stub.reset()
    await venues.set([venue()])
  })
  afterEach(() => {
    lives.splice(0).forEach((life) => life.abort())
    expect(document.querySelectorAll('market-note')).toHaveLength(0)
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  test('adds nothing to the page while there is nothing to say', async () => {
    const page = await openPage()
    await pass(3_000)
    expect(page.notes()).toHaveLength(0)
  })

  test('tells the background which pair is on screen', async () => {
    await openPage()
    expect(stub.ports[0]?.sent.at(-1)).toEqual({ kind: 'view', pair })
  })

  test('opens the card of a Warning with its evidence, in English', async () => {
    await episodes.set([episode()])
    const page = await openPage()
    expect(page.mode()).toBe('closed')
    expect(page.text()).toContain('WarningNAV/BTCBinance spot')
    expect(page.text()).toContain('Unusual market activity (cause not confirmed)')
    expect(page.text()).toContain('Turnover vs usual61×4 min')
    expect(page.text()).toContain('Since start+15.6%')
    expect(page.text()).toContain('Last, BTC0.00001488')
    expect(page.text()).toContain('3 min 40 s')
    expect(page.text()).toContain('Data 1 s old')
  })

  test('says the same in Japanese', async () => {
    stub.uiLanguage = 'ja'
    await episodes.set([incident({ base: 'NAV' })])
    const page = await openPage('/ja/trade/NAV_BTC')
    expect(page.lang()).toBe('ja')
    expect(page.text()).toContain('危険NAV/BTCBinance 現物')
    expect(page.text()).toContain('異常約定・APIキー悪用型の動き・急騰')
    expect(page.text()).toContain('96 BTC で約定通常の223万倍')
    expect(page.text()).toContain('約定が取り消される(ロールバックされる)可能性があります。')
    expect(page.text()).toContain('使っていないAPIキーを削除する')
    expect(page.text()).toContain('データは1秒前')
  })

  test('a Notice stays a chip until the trader opens it', async () => {
    await episodes.set([dump({ base: 'NAV' })])
    const page = await openPage()
    expect(page.text()).toBe('Notice\u22127.4%Building')
    await page.press('.chip-open')
    expect(page.text()).toContain('Not yet confirmed'.toLowerCase())
  })

  test('a muted pair does not flash up while storage is read', async () => {
    await episodes.set([episode()])
    await mutes.set([{ pair: 'binance:NAV/BTC', until: null }])
    const page = await openPage()
    stub.ports[0]?.onMessage.fire({
      kind: 'live',
      pair,
      last: 1,
      at: marketNow,
      venue: venue(),
      episode: episode(),
    })
    await pass(0)
    expect(page.notes()).toHaveLength(0)
  })

  test('collapsed it stays collapsed, until the tier rises', async () => {
    await episodes.set([episode()])
    const page = await openPage()
    await page.press('.collapse')
    expect(page.find('.chip')).not.toBeNull()
    await episodes.set([episode({ updatedAt: marketNow + 1, lastPrice: 0.000015 })])
    await pass(2_000)
    expect(page.find('.card')).toBeNull()
    await episodes.set([episode({ updatedAt: marketNow + 2, tier: 'danger' })])
    await pass(0)
    expect(page.find('.card')).not.toBeNull()
  })

  test('Escape collapses the card and leaves the page its own keys', async () => {
    await episodes.set([episode()])
    const page = await openPage()
    const heard = vi.fn()
    document.addEventListener('keydown', heard)
    page
      .find('.collapse')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }))
    expect(page.find('.chip')).not.toBeNull()
    expect(heard).not.toHaveBeenCalled()
    document.removeEventListener('keydown', heard)
  })

  test('stands still while it is pressed, so that no click is lost', async () => {
    await episodes.set([episode()])
    const page = await openPage()
    const later = episode({ updatedAt: marketNow + 1, lastPrice: 0.0000161 })
    page.find('.collapse')?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    await episodes.set([later])
    await pass(2_000)
    expect(page.text()).toContain('+15.6%')
    dispatchEvent(new PointerEvent('pointerup'))
    await pass(1_000)
    expect(page.text()).toContain('+25.1%')
  })

  test('follows live figures between stored values', async () => {
    await episodes.set([episode()])
    const page = await openPage()
    const ahead = episode({ updatedAt: marketNow + 1_000, lastPrice: 0.0000161 })
    stub.ports[0]?.onMessage.fire({
      kind: 'live',
      pair,
      last: 0.0000161,
      at: marketNow + 1_000,
      venue: venue(),
      episode: ahead,
    })
    await pass(0)
    expect(page.text()).toContain('Since start+25.1%')
    stub.ports[0]?.onMessage.fire({
      kind: 'live',
      pair: { ...pair, base: 'ADA' },
      last: 1,
      at: 1,
      venue: venue(),
      episode: null,
    })
    await pass(0)
    expect(page.text()).toContain('Since start+25.1%')
  })

  test('follows navigation to another pair and back', async () => {
    await episodes.set([episode()])
    const page = await openPage()
    history.pushState(null, '', '/en/trade/ADA_BTC')
    await pass(1_000)
    expect(page.text()).toBe('')
    expect(stub.ports[0]?.sent.at(-1)).toEqual({ kind: 'view', pair: { ...pair, base: 'ADA' } })
    history.pushState(null, '', '/en/trade/NAV_BTC')
    await pass(1_000)
    expect(page.text()).toContain('NAV/BTC')
    history.pushState(null, '', '/en/markets')
    await pass(1_000)
    expect(page.text()).toBe('')
    expect(stub.ports[0]?.sent.at(-1)).toEqual({ kind: 'view', pair: null })
  })

  test('hides until something new, at once and by request', async () => {
    await episodes.set([episode()])
    const page = await openPage()
    await page.press('.card-actions .btn + .btn')
    const { id, changedAt } = episode()
    expect(stub.requests).toEqual([{ kind: 'hide', episode: id, changedAt }])
    expect(page.text()).toBe('')
    await hidden.set([{ episode: id, changedAt }])
    await episodes.set([episode({ updatedAt: marketNow + 1 })])
    await pass(0)
    expect(page.text()).toBe('')
    await episodes.set([episode({ changedAt: changedAt + 1, phase: 'falling' })])
    await pass(0)
    expect(page.text()).toContain('Falling')
  })

  test('mutes the pair, and comes back when it is unmuted', async () => {
    await episodes.set([episode()])
    const page = await openPage()
    await page.press('.menu-anchor .btn')
    await page.press('[role=menuitem]')
    const mute = { pair: 'binance:NAV/BTC', until: wallNow + 15 * 60_000 }
    expect(stub.requests).toEqual([{ kind: 'mute', ...mute }])
    expect(page.text()).toBe('')
    await mutes.set([mute])
    await mutes.set([])
    await pass(0)
    expect(page.text()).toContain('NAV/BTC')
  })

  test('says that it cannot judge when the venue falls silent, and asks to try again', async () => {
    await episodes.set([episode()])
    await venues.set([venue({ kind: 'stale', receivedAt: wallNow - 48_000 })])
    const page = await openPage()
    expect(page.text()).toBe('No data48 s')
    await page.press('.chip-open')
    expect(page.text()).toContain('No data for 48 s: this market cannot be judged')
    await pass(2_000)
    expect(page.text()).toContain('No data for 50 s')
    await page.press('.card-actions .primary')
    expect(stub.requests).toEqual([{ kind: 'retry' }])
  })

  test('reads Danger out once as an alert, through a region that was there before', async () => {
    await episodes.set([incident({ base: 'NAV' })])
    const page = await openPage()
    expect(page.spoken('alert')).toBe('')
    await pass(200)
    expect(page.spoken('alert')).toMatch(/^Danger, NAV\/BTC, Binance\./)
    expect(page.spoken('status')).toBe('')
  })

  test('takes no focus by itself', async () => {
    const before = document.activeElement
    await episodes.set([incident({ base: 'NAV' })])
    await openPage()
    await pass(1_000)
    expect(document.activeElement).toBe(before)
  })

  test('does not open a card again that opened on an earlier load of the site', async () => {
    await episodes.set([episode()])
    const first = await openPage()
    expect(first.find('.card')).not.toBeNull()
    lives.forEach((life) => life.abort())
    vi.restoreAllMocks()
    const second = await openPage()
    expect(second.find('.chip')).not.toBeNull()
  })

  test('an updated extension leaves the page without a trace', async () => {
    await episodes.set([episode()])
    const page = await openPage()
    expect(page.notes()).toHaveLength(1)
    Object.assign(browser.runtime, { id: undefined })
    stub.ports.at(-1)?.die()
    expect(page.notes()).toHaveLength(0)
  })

  test('a fault of ours ends the banner and not the page', async () => {
    await episodes.set([episode()])
    const page = await openPage()
    vi.spyOn(document, 'elementFromPoint').mockImplementation(() => {
      throw new Error('a page that replaced it')
    })
    await pass(1_000)
    expect(page.notes()).toHaveLength(0)
    expect(lives.at(-1)?.signal.aborted).toBe(true)
  })
})
