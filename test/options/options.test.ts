// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sites } from '../../src/exchanges/registry.ts'
import { run } from '../../src/options/run.tsx'
import { optionsWords } from '../../src/options/words.ts'
import { mutes, venues } from '../../src/shared/storage/items.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { changeSettings, settings } from '../../src/shared/settings/settings-item.ts'
import { browser } from '../../src/shared/web-extension.ts'
import stubBrowser, { stub } from '../shared/browser-stub.ts'
import { venue } from '../../tools/examples/made-up.ts'
import { findOne, findByName, click, settle, textsOf, typeInto } from '../ui/page-actions.ts'

// Read beforehand: a page waits for them as long as the disk takes.
await Promise.all([optionsWords('en'), optionsWords('ja')])

describe('the options page', () => {
  let page: AbortController
  const open = async () => {
    page = new AbortController()
    document.body.innerHTML = '<div id="options"></div>'
    run(findOne('#options'), page.signal)
    await settle()
  }
  const bar = () => textsOf('.bar [role=status], .bar [role=alert]').join('')

  beforeEach(() => stub.reset())
  afterEach(() => {
    page.abort()
    vi.restoreAllMocks()
  })

  test('gives every control an accessible name', async () => {
    await open()
    const controls = [...document.querySelectorAll<HTMLInputElement>('input, select')]
    expect(controls.length).toBeGreaterThan(40)
    const nameless = controls.filter(
      (control) => !control.getAttribute('aria-label') && [...(control.labels ?? [])].length === 0,
    )
    expect(nameless.map((control) => control.outerHTML)).toEqual([])
    expect(textsOf('.sections a')).toEqual(textsOf('section h2'))
  })

  test('lists venues with hosts, request cost and state', async () => {
    await changeSettings((present) => ({ ...present, venues: ['binance', 'bybit'] }))
    await venues.set([venue({ receivedAt: Date.now() }), venue({ venue: 'bybit', kind: 'blocked' })])
    await open()
    const rows = textsOf('.venue-group li')
    expect(rows).toHaveLength(sites.length)
    expect(rows[0]?.replace(/live, \d+ s/, 'live, 0 s')).toBe(
      'Binancedata-api.binance.vision · api.binance.com · www.binance.com · fapi.binance.comlive, 0 sone open stream1,412 pairs',
    )
    expect(rows[1]).toBe(
      'Bybitapi.bybit.com · www.bybit.comrefused12 requests/min, <1% of its limit1,412 pairs',
    )
    expect(rows[2]).toMatch(/^OKX.*off.*–$/)
    expect(textsOf('#venues header p')).toEqual(['2 switched on'])
  })

  test('lists what is muted, with a button each that ends it', async () => {
    await mutes.set([
      { pair: 'binance:SYS/BTC', until: null },
      { pair: 'okx:*', until: Date.now() + 900_000 },
      { pair: 'okx:ADA/USDT', until: Date.now() - 1 },
    ])
    await open()
    expect(textsOf('.mutes li b')).toEqual(['SYS/BTC', 'Whole market'])
    await click(findByName('Unmute SYS/BTC'))
    expect(stub.requests).toContainEqual({ kind: 'unmute', pair: 'binance:SYS/BTC' })
    await mutes.set([])
    await settle()
    expect(textsOf('#shown small')).toContain('Nothing is muted.')
  })

  test('has the switch of Japan’s notices in Japanese alone', async () => {
    await open()
    expect(document.querySelector('#countryNotice')).toBeNull()
    page.abort()
    stub.uiLanguage = 'ja'
    await open()
    expect(textsOf('#countryNotice-about')).toEqual([
      '金融庁が無登録として警告した取引所で、その旨を一度だけ表示します',
    ])
  })

  test('leads to the other pages', async () => {
    await open()
    expect(textsOf('.page-nav a')).toEqual(['History', 'Options', 'Health'])
  })

  test('lists Japanese venues first in Japanese', async () => {
    stub.uiLanguage = 'ja'
    await open()
    expect(textsOf('.venue-group legend')).toEqual(['国内の登録業者', '海外'])
    expect(document.documentElement.lang).toBe('ja')
    expect(document.documentElement.dataset['market']).toBe('japan')
  })

  test('switches a venue on with permission, and off again by Undo', async () => {
    await open()
    await click(findByName('OKX'))
    expect((await settings.get()).venues).toEqual(['binance', 'okx'])
    expect([...stub.granted]).toContain('https://www.okx.com/*')
    expect(findByName('OKX')).toHaveProperty('checked', true)
    expect(bar()).toBe('OKX on: saved')
    await click(findOne('.bar button'))
    expect((await settings.get()).venues).toEqual(['binance'])
    expect(findByName('OKX')).toHaveProperty('checked', false)
  })

  test('switches a chart site on with permission for its pages alone, and off without', async () => {
    await open()
    await click(findByName('TradingView'))
    expect((await settings.get()).chartSites).toEqual(['tradingview'])
    expect([...stub.granted]).toEqual(['https://*.tradingview.com/*'])
    stubBrowser.permissions.onAdded.fire({ origins: ['https://*.tradingview.com/*'] })
    await settle()
    expect(findByName('TradingView')).toHaveProperty('checked', true)
    expect(bar()).toBe('TradingView on: saved')
    await click(findByName('TradingView'))
    expect([(await settings.get()).chartSites, [...stub.granted]]).toEqual([[], []])
    expect(findByName('TradingView')).toHaveProperty('checked', false)
  })

  test('leaves a chart site off where the browser gives no permission, or has taken it back', async () => {
    await open()
    stub.consents = false
    await click(findByName('CoinGecko'))
    expect((await settings.get()).chartSites).toEqual([])
    expect(textsOf('#charts [role=alert]').join('')).toBe('Not changed: the browser gave no permission')
    stub.consents = true
    await click(findByName('CoinGecko'))
    stub.granted.clear()
    stubBrowser.permissions.onRemoved.fire({ origins: ['https://www.coingecko.com/*'] })
    await settle()
    expect(findByName('CoinGecko')).toHaveProperty('checked', false)
    // Other machines, which share the settings, keep theirs.
    expect((await settings.get()).chartSites).toEqual(['coingecko'])
  })

  test('keeps the switch unchanged while the browser asks', async () => {
    await open()
    let decide: (consent: boolean) => void = () => undefined
    const asking = new Promise<boolean>((resolve) => (decide = resolve))
    vi.spyOn(browser.permissions, 'request').mockReturnValue(asking)
    findByName('OKX').click()
    expect(findByName('OKX')).toHaveProperty('checked', false)
    await settle()
    expect(findByName('OKX')).toHaveProperty('checked', false)
    expect(findByName('OKX').getAttribute('aria-busy')).toBe('true')
    decide(true)
    await settle()
    expect(findByName('OKX')).toHaveProperty('checked', true)
    expect(findByName('OKX').getAttribute('aria-busy')).toBe('false')
  })

  test('reports a refused permission and leaves the venue off', async () => {
    await open()
    stub.consents = false
    await click(findByName('OKX'))
    expect((await settings.get()).venues).toEqual(['binance'])
    expect(findByName('OKX')).toHaveProperty('checked', false)
    expect(textsOf('.venue-group [role=alert]').join('')).toBe('Not changed: the browser gave no permission')
  })

  test('requests a revoked permission again', async () => {
    await changeSettings((present) => ({ ...present, venues: ['binance', 'okx'] }))
    await venues.set([venue({ venue: 'okx', kind: 'no-permission', receivedAt: null, pairs: 0 })])
    await open()
    await click(findByName('Allow OKX'))
    expect([...stub.granted]).toContain('https://www.okx.com/*')
    expect(findByName('OKX')).toHaveProperty('checked', true)
    // It was on before: there is nothing to undo.
    expect(bar()).toBe('')
  })

  test('reports that a venue’s switch could not be saved', async () => {
    await open()
    const full = new Error('QUOTA_BYTES quota exceeded')
    vi.spyOn(browser.storage.sync, 'set').mockRejectedValue(full)
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(full)
    await click(findByName('OKX'))
    expect(textsOf('.venue-group [role=alert]').join('')).toMatch(/^Not saved.*QUOTA_BYTES quota exceeded/)
    expect(findByName('OKX')).toHaveProperty('checked', false)
  })

  test('previews the alerts of each sensitivity', async () => {
    const since = Date.now() - 8 * 86_400_000
    stub.answer = (message) => {
      const { args } = message as { args: { settings: typeof defaultSettings } }
      const quiet = args.settings.sensitivity.kind === 'quiet'
      return { answer: { notifications: quiet ? 1 : 3, flagged: quiet ? 4 : 1_211, since } }
    }
    await open()
    expect(textsOf('.preview')).toEqual([
      'This setting: 3 notifications, 1,211 flaggedCounted from what this browser measured in the last 7 days. Episodes found by comparing venues (venue gaps) are not among them.',
    ])
    expect(textsOf('.sensitivity .num')).toEqual([
      '1 notification',
      '3 notifications',
      '3 notifications',
      '–',
    ])
    await click(findByName('Quiet'))
    expect((await settings.get()).sensitivity).toEqual({ kind: 'quiet' })
    expect(textsOf('.preview b')).toEqual(['This setting: 1 notification, 4 flagged'])
  })

  test.each([
    [undefined, 'This setting: not known'],
    [{ answer: { notifications: 0, flagged: 0, since: null } }, 'This setting: nothing to count yet'],
  ])('shows an unknown preview as unknown, never as 0', async (answer, text) => {
    stub.answer = () => answer
    await open()
    expect(textsOf('.preview.hatch b')).toEqual([text])
    expect(textsOf('.sensitivity .num')).toEqual(['–', '–', '–', '–'])
  })

  test('states since when a record shorter than a week exists', async () => {
    const since = Date.now() - 2 * 86_400_000
    stub.answer = () => ({ answer: { notifications: 0, flagged: 2, since } })
    await open()
    expect(textsOf('.preview .detail')[0]).toMatch(/since \d+ \w+ \d\d:\d\d; the record goes no further back/)
  })

  test('shows a slider for Custom', async () => {
    await open()
    expect(document.querySelector('#shift')).toBeNull()
    await click(findByName('Custom'))
    await typeInto(findOne('#shift'), '0.7')
    expect((await settings.get()).sensitivity).toEqual({ kind: 'custom', shift: 0.7 })
    expect(textsOf('.shift output')).toEqual(['Asks for 2× the evidence of Balanced'])
    await typeInto(findOne('#shift'), '-0.7')
    expect(findOne('#shift').getAttribute('aria-valuetext')).toBe('Asks for 0.5× the evidence of Balanced')
  })

  test('adds pairs by text, moves them from the other list, and removes them', async () => {
    await changeSettings((present) => ({ ...present, ignore: ['binance:SYS/BTC'] }))
    await open()
    const input = findByName('Add to: Watch list')
    await typeInto(input, 'sys/btc on binance', 'submit')
    expect(await settings.get()).toMatchObject({ watch: ['binance:SYS/BTC'], ignore: [] })
    expect(textsOf('.list li')).toEqual(['SYS/BTC Binance'])
    expect(input).toHaveProperty('value', '')
    await typeInto(input, 'SYS/BTC', 'submit')
    expect(textsOf('.list [role=alert]').join('')).toBe('Already on the list')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    await typeInto(input, 'SYS', 'submit')
    expect(textsOf('.list [role=alert]').join('')).toMatch(/^Write a pair such as/)
    await click(findByName('Remove SYS/BTC Binance from: Watch list'))
    expect((await settings.get()).watch).toEqual([])
    expect(document.activeElement).toBe(input)
    await click(findOne('.bar button'))
    expect((await settings.get()).watch).toEqual(['binance:SYS/BTC'])
  })

  test('shows all quote currencies where the list is empty', async () => {
    await open()
    const input = findByName('Add to: Quote currencies')
    await typeInto(input, 'us dollars', 'submit')
    expect((await settings.get()).quotes).toBeNull()
    await typeInto(input, 'usdt', 'submit')
    expect((await settings.get()).quotes).toEqual(['USDT'])
    await click(findByName('Remove USDT from: Quote currencies'))
    expect((await settings.get()).quotes).toBeNull()
  })

  test('reports a number out of bounds and does not save it', async () => {
    await open()
    const hourly = findByName('At most')
    await typeInto(hourly, '5')
    expect((await settings.get()).notifications.hourlyMost).toBe(5)
    for (const wrong of ['0', '1000', '2.5', '']) {
      await typeInto(hourly, wrong)
      expect(hourly.getAttribute('aria-invalid')).toBe('true')
      expect(textsOf('#hourly-wrong')).toEqual(['Not saved: from 1 to 60'])
    }
    expect((await settings.get()).notifications.hourlyMost).toBe(5)
  })

  test('keeps unfinished input while the page renders', async () => {
    await storeSettings({
      notifications: {
        ...defaultSettings.notifications,
        quiet: { from: 0, to: 60, timeZone: 'UTC', dangerExempt: true },
      },
    })
    await open()
    const hourly = findByName('At most') as HTMLInputElement
    const from = findByName('From') as HTMLInputElement
    hourly.value = '2'
    hourly.dispatchEvent(new Event('input', { bubbles: true }))
    // An incomplete time has an empty value, and browsers send no event for it.
    from.value = ''
    await venues.set([venue()])
    await settle()
    expect(textsOf('.venue-group .data')[0]).toBe('1,412 pairs')
    expect([hourly.value, from.value]).toEqual(['2', ''])
    // Settings that arrive from another device render every section.
    await changeSettings((present) => ({ ...present, theme: 'dark' }))
    await settle()
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(hourly.value).toBe('2')
    expect((await settings.get()).notifications.hourlyMost).toBe(12)
  })

  test('restores quiet hours when they are switched off and on', async () => {
    await open()
    const quiet = async () => (await settings.get()).notifications.quiet
    await click(findByName('Quiet hours'))
    expect(await quiet()).toMatchObject({ from: 1_380, to: 420, dangerExempt: true })
    await typeInto(findByName('From'), '22:30')
    await typeInto(findByName('Time zone of the quiet hours'), 'Asia/Tokyo')
    const hours = { from: 1_350, to: 420, timeZone: 'Asia/Tokyo', dangerExempt: true }
    expect(await quiet()).toEqual(hours)
    await click(findByName('Quiet hours'))
    expect(await quiet()).toBeNull()
    await click(findByName('Quiet hours'))
    expect(await quiet()).toEqual(hours)
  })

  test('can switch off all notifications', async () => {
    await open()
    await click(findByName('None'))
    expect((await settings.get()).notifications.least).toBeNull()
  })

  test('applies appearance and language at once', async () => {
    await open()
    await click(findByName('Dark'))
    await click(findByName('Japan: red up'))
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', market: 'japan' })
    await click(findByName('日本語'))
    expect(document.title).toBe('設定 – Keiho')
    expect(textsOf('#look h2')).toEqual(['表示'])
  })

  test('undoes with Ctrl+Z outside of text fields only', async () => {
    await open()
    await click(findByName('Dark'))
    const undo = (target: Element) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }))
    undo(findByName('Add to: Watch list'))
    await settle()
    expect((await settings.get()).theme).toBe('dark')
    undo(findByName('Dark'))
    await settle()
    expect((await settings.get()).theme).toBe('system')
    expect(bar()).toBe('Theme: undone')
  })

  test('keeps the venues on reset, which can be undone', async () => {
    const before = await storeSettings({
      venues: ['binance', 'okx'],
      theme: 'dark',
      watch: ['okx:A/B'],
      welcomed: true,
    })
    await open()
    await click(findByName('Reset settings'))
    expect(await settings.get()).toEqual({ ...defaultSettings, venues: ['binance', 'okx'], welcomed: true })
    await click(findOne('.bar button'))
    expect(await settings.get()).toEqual(before)
  })

  test('imports settings from a file, or names the wrong field', async () => {
    await open()
    const input = findOne('input[type=file]')
    const choose = async (text: string) => {
      Object.defineProperty(input, 'files', { value: [new File([text], 'x.json')], configurable: true })
      input.dispatchEvent(new Event('change', { bubbles: true }))
      await settle()
    }
    await choose('{"theme":"dark","notifications":{"hourlyMost":-1}}')
    expect(textsOf('#data [role=alert]').join('')).toBe(
      'Nothing was changed. notifications.hourlyMost is out of range.',
    )
    expect(await settings.get()).toEqual(defaultSettings)
    await choose('{"theme":"dark"}')
    expect(textsOf('#data [role=alert]').join('')).toBe('')
    expect((await settings.get()).theme).toBe('dark')
    expect(bar()).toBe('Imported settings: saved')
  })

  test('sends a test notification, and says plainly where none would be seen', async () => {
    let allowed: boolean | null = true
    let failure: string | null = null
    stub.answer = (message) =>
      (message as { query: string }).query === 'notifications-allowed'
        ? { answer: allowed }
        : { answer: failure }
    await open()
    const warning = () => textsOf('#notifications [role=alert]').join('')
    expect(warning()).toBe('')
    await click(findByName('Send a test notification'))
    expect(stub.requests).toContainEqual({ query: 'test-notification', args: { sound: false } })
    expect(textsOf('#notifications [role=status]').join('')).toMatch(/^Sent\./)
    failure = 'no daemon'
    await click(findByName('Send a test notification'))
    expect(warning()).toBe('Not shown. The browser said: no daemon')
    allowed = false
    window.dispatchEvent(new Event('focus'))
    await settle()
    expect(warning()).toMatch(/^Notifications are off/)
  })

  test('deletes data after a confirmation, and reports success only when confirmed by the background', async () => {
    await open()
    const deletions = () => stub.requests.filter((message) => JSON.stringify(message).includes('delete-data'))
    await click(findByName('Delete all data'))
    expect(document.activeElement?.textContent).toBe('Keep')
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await settle()
    expect(document.activeElement?.textContent).toBe('Delete all data')
    expect(deletions()).toEqual([])
    await click(findByName('Delete all data'))
    await click(findByName('Delete'))
    expect(textsOf('.delete [role=alert]').join('')).toMatch(/^No answer: it is not certain/)
    stub.answer = () => ({ answer: true })
    await click(findByName('Delete all data'))
    await click(findByName('Delete'))
    expect(deletions()).toHaveLength(2)
    expect(textsOf('.delete [role=status]')).toEqual(['Deleted'])
    expect(textsOf('.delete [role=alert]')).toEqual([''])
  })
})

/** Stores settings before the page is opened. */
async function storeSettings(part: Partial<typeof defaultSettings>) {
  await changeSettings((present) => ({ ...present, ...part }))
  return settings.get()
}
