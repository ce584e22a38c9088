// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { episodes, mutes, venues } from '../../../src/shared/storage/items.ts'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { sayIn } from '../../../tools/examples/words-in.ts'
import { advance, openPage, setUp, tearDown } from '../open-page.ts'
import { clickOn, trusted } from '../trusted.ts'
import { episode, incident, marketNow, venue, wallNow } from '../../../tools/examples/made-up.ts'

const say = sayIn('en')
const trading = 'https://www.binance.com/en/trade/SYS_BTC'

/** Opens a page and waits until announcements have been read out. */
async function openTradingPage() {
  const page = await openPage(trading)
  await advance(200)
  const layer = () => page.find('.pause-layer')
  return {
    ...page,
    layer,
    isCovered: () => layer()?.hidden === false,
    pauseText: () => page.textOf('.pause-layer'),
    clickButton: (label: string) =>
      clickOn([...(layer()?.querySelectorAll('button') ?? [])].find((each) => each.textContent === label)),
  }
}

/** Presses a key on the page; returns whether the page received it. */
function press(key: string, target: Element = document.body): boolean {
  let isReceived = false
  const listen = () => (isReceived = true)
  target.addEventListener('keydown', listen)
  target.dispatchEvent(trusted(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
  target.removeEventListener('keydown', listen)
  return isReceived
}

/** A video in fullscreen, uppermost for the pointer. */
function openVideo(): { close: () => void } {
  const video = document.createElement('video')
  document.body.append(video)
  vi.spyOn(Element.prototype, 'closest').mockReturnValue(video)
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector) {
    return this === video && selector === ':modal'
  })
  document.elementFromPoint = () => video
  return {
    close() {
      document.elementFromPoint = () => null
      vi.mocked(Element.prototype.closest).mockRestore()
      vi.mocked(Element.prototype.matches).mockRestore()
      video.remove()
    },
  }
}

describe('the pause', () => {
  const choose = (part: Partial<Settings>) => settings.set({ ...defaultSettings, ...part })
  beforeEach(async () => {
    await setUp()
    await episodes.set([incident()])
    await choose({ pause: true })
  })
  afterEach(tearDown)

  test('waits while the pointer cannot reach it, above a video in fullscreen', async () => {
    await episodes.set([])
    const page = await openTradingPage()
    await episodes.set([incident({ tier: 'warning' })])
    await advance(0)
    const { close } = openVideo()
    await advance(400)
    await episodes.set([incident()])
    await advance(1_000)
    expect(page.text()).toContain(say('tier.danger'))
    expect(page.isCovered()).toBe(false)
    close()
    await advance(1_400)
    expect(page.isCovered()).toBe(true)
  })

  test('covers the page, shows reason and figures, and is announced as an alert', async () => {
    const page = await openTradingPage()
    expect(page.isCovered()).toBe(true)
    expect(page.pauseText()).toContain(say('pause.abnormal'))
    expect(page.pauseText()).toContain(
      'Unusual market activity (cause not confirmed). Official statements: not looked',
    )
    expect(page.pauseText()).toContain('Traded at 96 BTC2,230,000× usual')
    expect(page.pauseText()).toContain(say('unknown.reversal'))
    expect(page.pauseText()).toContain(say('check.unused'))
    expect(page.announced('alert')).toMatch(/^Danger, SYS\/BTC, Binance\..*Escape continues\.$/)
    expect(page.layer()?.querySelector('[role=dialog]')?.getAttribute('aria-modal')).toBeNull()
  })

  test('takes no focus until Tab, and no key presses a covered button', async () => {
    const before = document.activeElement
    const page = await openTradingPage()
    expect(document.activeElement).toBe(before)
    expect(press('Enter')).toBe(false)
    expect(press(' ')).toBe(false)
    expect(press('a')).toBe(true)
    expect(page.focused()).toBeNull()
    expect(press('Tab')).toBe(false)
    expect(page.focused()?.textContent).toBe(say('pause.leave'))
  })

  test.each([
    ['Escape', () => press('Escape')],
    ['the button', null],
  ])('%s continues, for this episode permanently', async (_, act) => {
    const page = await openTradingPage()
    if (act) act()
    else page.clickButton(say('pause.continue'))
    expect(page.isCovered()).toBe(false)
    expect(page.text()).toContain('SYS/BTC')
    await episodes.set([incident({ changedAt: marketNow + 1, phase: 'falling' })])
    await advance(2_000)
    expect(page.isCovered()).toBe(false)
    expect(press('Enter')).toBe(true)
    page.life.abort()
    const second = await openTradingPage()
    expect(second.isCovered()).toBe(false)
    second.life.abort()
    await episodes.set([incident({ id: 'another' })])
    expect((await openTradingPage()).isCovered()).toBe(true)
  })

  test('is answered by no key and no click that a script made', async () => {
    const page = await openTradingPage()
    const layer = page.layer()!
    const [leave] = layer.querySelectorAll('button')
    const assign = vi.spyOn(location, 'assign').mockImplementation(() => undefined)
    for (const target of [window, document, document.body, document.documentElement.lastElementChild!])
      for (const key of ['Escape', 'Enter', 'Tab', ' '])
        target.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
        )
    for (const button of layer.querySelectorAll('button')) {
      button.click()
      button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    }
    expect(page.isCovered()).toBe(true)
    expect(page.focused()).toBeNull()
    expect(assign).not.toHaveBeenCalled()
    clickOn(leave)
    expect(assign).toHaveBeenCalledOnce()
  })

  test('returns after a reload without an answer', async () => {
    const first = await openTradingPage()
    first.life.abort()
    expect((await openTradingPage()).isCovered()).toBe(true)
  })

  test('leaves for the home page of the venue', async () => {
    const leave = vi.spyOn(location, 'assign').mockImplementation(() => undefined)
    const page = await openTradingPage()
    page.clickButton(say('pause.leave'))
    expect(leave).toHaveBeenCalledWith('https://www.binance.com')
  })

  test.each([
    ['the setting is off', () => choose({ pause: false })],
    ['the pair is muted', () => mutes.set([{ pair: 'binance:SYS/BTC', until: null }])],
    ['the pair is ignored', () => choose({ pause: true, ignore: ['binance:SYS/BTC'] })],
    ['the venue is off', () => choose({ pause: true, venues: [] })],
    ['it is a Warning', () => episodes.set([episode({ symbol: 'SYSBTC', base: 'SYS' })])],
    [
      'another pair of the coin is on screen',
      () => episodes.set([incident({ symbol: 'SYSETH', quote: 'ETH' })]),
    ],
    ['the venue sends no data', () => venues.set([venue({ kind: 'stale', receivedAt: wallNow - 48_000 })])],
  ])('does not cover the page if %s', async (_, arrange) => {
    await arrange()
    expect((await openTradingPage()).isCovered()).toBe(false)
  })

  test('ends when the venue sends no data or the episode settled', async () => {
    const page = await openTradingPage()
    await venues.set([venue({ kind: 'stale', receivedAt: wallNow })])
    await advance(1_000)
    expect(page.isCovered()).toBe(false)
    await venues.set([venue({ receivedAt: Date.now() })])
    await advance(1_000)
    expect(page.isCovered()).toBe(true)
    await episodes.set([incident({ phase: 'settled', updatedAt: marketNow + 1 })])
    await advance(1_000)
    expect(page.isCovered()).toBe(false)
  })

  test('covers the page when a Warning on screen becomes Danger', async () => {
    await episodes.set([incident({ tier: 'warning' })])
    const page = await openTradingPage()
    expect(page.isCovered()).toBe(false)
    await episodes.set([incident({ changedAt: marketNow + 1 })])
    await advance(0)
    expect(page.isCovered()).toBe(true)
  })
})
