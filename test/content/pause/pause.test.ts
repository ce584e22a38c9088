// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { run } from '../../../src/content/run.ts'
import { episodes, mutes, venues } from '../../../src/shared/storage/items.ts'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { textsFor } from '../../../src/shared/texts.ts'
import { stub } from '../../shared/browser-stub.ts'
import { episode, incident, marketNow, venue, wallNow } from '../../../tools/examples/made-up.ts'

const say = textsFor('en')
const trading = 'https://www.binance.com/en/trade/SYS_BTC'
let life: AbortController
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

async function openPage(href = trading) {
  const attached = vi.spyOn(Element.prototype, 'attachShadow')
  location.href = href
  life = new AbortController()
  await run(life)
  await pass(200)
  const root = () => attached.mock.results.at(-1)?.value as ShadowRoot | undefined
  const layer = () => root()?.querySelector<HTMLElement>('.pause-layer')
  return {
    covered: () => layer()?.hidden === false,
    text: () => layer()?.textContent ?? '',
    layer,
    press: (label: string) =>
      [...(layer()?.querySelectorAll('button') ?? [])].find((each) => each.textContent === label)?.click(),
    card: () => root()?.querySelector('.place')?.textContent ?? '',
    alert: () => root()?.querySelector('[role=alert]')?.textContent ?? '',
    active: () => root()?.activeElement ?? null,
  }
}

/** A key pressed in the page; returns whether the page heard it. */
function press(key: string, target: Element = document.body): boolean {
  let heard = false
  const listen = () => (heard = true)
  target.addEventListener('keydown', listen)
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  target.removeEventListener('keydown', listen)
  return heard
}

describe('the pause before Danger', () => {
  const choose = (part: Partial<Settings>) => settings.set({ ...defaultSettings, ...part })
  beforeEach(async () => {
    vi.useFakeTimers({
      now: wallNow,
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    })
    await stub.reset()
    await venues.set([venue()])
    await episodes.set([incident()])
    await choose({ pause: true })
  })
  afterEach(() => {
    life.abort()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  test('covers the page, says why with figures, and is an alert once', async () => {
    const page = await openPage()
    expect(page.covered()).toBe(true)
    expect(page.text()).toContain(say('pause.abnormal'))
    expect(page.text()).toContain(
      'Unusual market activity (cause not confirmed). Official statements: not looked',
    )
    expect(page.text()).toContain('Traded at 96 BTC2,230,000× usual')
    expect(page.text()).toContain(say('unknown.reversal'))
    expect(page.text()).toContain(say('check.unused'))
    expect(page.alert()).toMatch(/^Danger, SYS\/BTC, Binance\..*Escape continues\.$/)
    expect(page.layer()?.querySelector('[role=dialog]')?.getAttribute('aria-modal')).toBeNull()
  })

  test('takes no focus, is led into by Tab, and no key presses what it covers', async () => {
    const before = document.activeElement
    const page = await openPage()
    expect(document.activeElement).toBe(before)
    expect(press('Enter')).toBe(false)
    expect(press(' ')).toBe(false)
    expect(press('a')).toBe(true)
    expect(page.active()).toBeNull()
    expect(press('Tab')).toBe(false)
    expect(page.active()?.textContent).toBe(say('pause.leave'))
  })

  test.each([
    ['Escape', () => press('Escape')],
    ['the button', null],
  ])('%s goes on, for this episode once and for all', async (_, act) => {
    const page = await openPage()
    if (act) act()
    else page.press(say('pause.continue'))
    expect(page.covered()).toBe(false)
    expect(page.card()).toContain('SYS/BTC')
    await episodes.set([incident({ changedAt: marketNow + 1, phase: 'falling' })])
    await pass(2_000)
    expect(page.covered()).toBe(false)
    expect(press('Enter')).toBe(true)
    life.abort()
    expect((await openPage()).covered()).toBe(false)
    life.abort()
    await episodes.set([incident({ id: 'another' })])
    expect((await openPage()).covered()).toBe(true)
  })

  test('waits for an answer over a reload', async () => {
    await openPage()
    life.abort()
    expect((await openPage()).covered()).toBe(true)
  })

  test('leads away to the front page of the venue', async () => {
    const leave = vi.spyOn(location, 'assign').mockImplementation(() => undefined)
    const page = await openPage()
    page.press(say('pause.leave'))
    expect(leave).toHaveBeenCalledWith('https://www.binance.com')
  })

  test.each([
    ['it is not switched on', () => choose({ pause: false })],
    ['the pair is muted', () => mutes.set([{ pair: 'binance:SYS/BTC', until: null }])],
    ['the pair is ignored', () => choose({ pause: true, ignore: ['binance:SYS/BTC'] })],
    ['the venue is off', () => choose({ pause: true, venues: [] })],
    ['it is a Warning', () => episodes.set([episode({ symbol: 'SYSBTC', base: 'SYS' })])],
    ['it is of another pair of the coin', () => episodes.set([incident({ symbol: 'SYSETH', quote: 'ETH' })])],
    ['the venue is silent', () => venues.set([venue({ kind: 'stale', receivedAt: wallNow - 48_000 })])],
  ])('does not come where %s', async (_, arrange) => {
    await arrange()
    expect((await openPage()).covered()).toBe(false)
  })

  test('goes by itself when the episode settled, the venue fell silent, or the trader moved on', async () => {
    const page = await openPage()
    await venues.set([venue({ kind: 'stale', receivedAt: wallNow })])
    await pass(1_000)
    expect(page.covered()).toBe(false)
    await venues.set([venue({ receivedAt: Date.now() })])
    await pass(1_000)
    expect(page.covered()).toBe(true)
    await episodes.set([incident({ phase: 'settled', updatedAt: marketNow + 1 })])
    await pass(1_000)
    expect(page.covered()).toBe(false)
  })

  test('a Warning that grows to Danger before the trader’s eyes pauses then', async () => {
    await episodes.set([incident({ tier: 'warning' })])
    const page = await openPage()
    expect(page.covered()).toBe(false)
    await episodes.set([incident({ changedAt: marketNow + 1 })])
    await pass(0)
    expect(page.covered()).toBe(true)
  })
})
