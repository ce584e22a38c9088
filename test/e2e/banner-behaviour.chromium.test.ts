import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Box, overlap } from '../../src/content/placement/box.ts'
import type { Lang } from '../../src/shared/languages.ts'
import { popupWords } from '../../src/popup/words.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { sayIn } from '../../tools/examples/words-in.ts'
import { bannerBoxes, bannerText, clickFirst, clickInBanner } from '../../tools/browsers/banner.ts'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import type { Chromium } from '../../tools/browsers/chromium.ts'
import { shiftsOf, watchShifts } from './layout-shifts.ts'
import { fights, harmless, host, withstood } from './page-fights.ts'
import { coveredPoints } from './order-form.ts'
import { openLastingPump } from './lasting-pump.ts'
import { eventually, openScene, ownEpisodes, seen, shot } from './scene.ts'
import type { Scene } from './scene.ts'

const say = sayIn('en')
const widths = [1280, 1440, 1920]

describe('the banner on a trading page in Chromium', () => {
  let scene: Scene<Chromium>
  let page: Page
  beforeAll(async () => {
    scene = await openScene(launchChromium, openLastingPump())
    page = scene.page
    await eventually(async () => expect(await seen(scene)).toContain(say('tier.danger')), 60)
  })
  afterAll(() => scene?.close())

  const wish = (request: object) =>
    scene.driver.inExtension(`chrome.runtime.sendMessage(${JSON.stringify(request)}).then(() => null)`)
  /** The banner's bounding box in the window. */
  async function box(): Promise<Box> {
    return eventually(async () => {
      const boxes = await bannerBoxes(scene.driver, page)
      expect(boxes).not.toHaveLength(0)
      const left = Math.min(...boxes.map(({ x }) => x))
      const top = Math.min(...boxes.map(({ y }) => y))
      const right = Math.max(...boxes.map(({ x, width }) => x + width))
      const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
      return { left, top, width: right - left, height: bottom - top }
    })
  }
  const form = async () =>
    (await page.evaluate(`(() => {
      const { left, top, width, height } = document.querySelector('#order-form').getBoundingClientRect()
      return { left, top, width, height }
    })()`)) as Box
  const onForm = async () => overlap(await box(), await form())
  const isOpen = async () => (await bannerText(scene.driver, page)).includes(say('unknown'))
  const openCard = () => clickFirst(scene.driver, page, '.chip-open, .more')
  const closeCard = () => clickFirst(scene.driver, page, '.collapse')
  /** Drags the banner by its grip like a hand: in steps, and longer than a click. */
  async function drag(x: number, y: number): Promise<void> {
    const [grip] = (
      await scene.driver.inBanner<Box | null>(
        page,
        `function () { return this.querySelector('.grip')?.getBoundingClientRect().toJSON() ?? null }`,
      )
    ).filter((each) => each !== null)
    await page.mouse.move(grip!.left + grip!.width / 2, grip!.top + grip!.height / 2)
    await page.mouse.down()
    for (let step = 1; step <= 8; step++) {
      await page.mouse.move(x - (8 - step) * 3, y - (8 - step) * 3)
      await shiftsOf(page).catch(() => 0)
    }
    await page.mouse.up()
  }

  test('the page does not shift while the banner appears, opens, closes, is dragged and disappears', async () => {
    const pair = `binance:${scene.pair}`
    await watchShifts(page)
    await wish({ kind: 'mute', pair, until: null })
    await eventually(async () => expect(await seen(scene)).toBe(''))
    await wish({ kind: 'unmute', pair })
    await box()
    for (const toggle of [openCard, closeCard, openCard, closeCard]) {
      await toggle()
      await shiftsOf(page)
    }
    await drag(700, 500)
    await openCard()
    await drag(420, 300)
    await closeCard()
    expect(await shiftsOf(page)).toBe(0)
    // Proves that a shift would be recorded: the page causes one.
    await page.evaluate(`document.body.style.paddingTop = '40px'`)
    await eventually(async () => expect(await shiftsOf(page)).toBeGreaterThan(0))
    await page.reload({ waitUntil: 'domcontentloaded' })
  })

  test.each(widths)(
    'chip and card leave the order form free, dragged onto it too, %i px wide',
    async (width) => {
      await page.setViewport({ width, height: 900 })
      for (const toggle of [closeCard, openCard]) {
        await box()
        await toggle()
        await eventually(async () => expect(await onForm()).toBe(0))
        const { left, top, width: wide, height } = await form()
        await drag(left + wide / 2, top + height / 2)
        await eventually(async () => expect(await onForm()).toBe(0))
        const after = await box()
        expect(after.left).toBeGreaterThanOrEqual(0)
        expect(after.left + after.width).toBeLessThanOrEqual(width)
      }
    },
  )

  test('it keeps its position after a reload', async () => {
    await page.setViewport({ width: 1440, height: 900 })
    await closeCard()
    await drag(480, 420)
    const put = await box()
    expect(put.left).toBeGreaterThan(200)
    await page.reload({ waitUntil: 'domcontentloaded' })
    await eventually(async () => {
      const { left, top } = await box()
      expect({ left, top }).toEqual({ left: put.left, top: put.top })
    })
  })

  test('a pause covers the page until Escape, moves no focus, lets no key through, and asks once', async () => {
    const settings = { ...defaultSettings, pause: true }
    const { driver } = scene
    await page.evaluate(`(() => {
      window.sent = 0
      document.querySelector('#order-form').addEventListener('submit', () => sent++)
      document.querySelector('#amount').focus()
    })()`)
    await driver.inExtension(`chrome.storage.sync.set(${JSON.stringify({ settings })}).then(() => null)`)
    await eventually(async () => expect(await coveredPoints(page)).toBe(400))
    expect(await seen(scene)).toContain(say('pause.look'))
    expect(await page.evaluate('document.activeElement.id')).toBe('amount')
    await page.keyboard.press('Enter')
    await page.screenshot({ path: shot('chromium-pause') })
    await page.keyboard.press('Escape')
    await eventually(async () => expect(await coveredPoints(page)).toBe(0))
    expect(await page.evaluate('[sent, document.activeElement.id]')).toEqual([0, 'amount'])
    await page.keyboard.press('Enter')
    expect(await page.evaluate('sent')).toBe(1)
    await page.reload({ waitUntil: 'domcontentloaded' })
    await box()
    expect(await seen(scene)).not.toContain(say('pause.look'))
  })

  test('it speaks the language that is chosen, on a page that is open and on one that is loaded', async () => {
    const speak = async (language: Lang | null) => {
      const settings = JSON.stringify({ settings: { ...defaultSettings, language } })
      await scene.driver.inExtension(`chrome.storage.sync.set(${settings}).then(() => null)`)
    }
    const speaks = (lang: Lang) =>
      eventually(async () => expect(await seen(scene)).toContain(sayIn(lang)('tier.danger')))
    await speak('ko')
    await speaks('ko')
    await page.reload({ waitUntil: 'domcontentloaded' })
    await speaks('ko')
    await speak(null)
    await speaks('en')
  })

  test.each(harmless)('a page that %s changes nothing', async (_, deed) => {
    const before = await box()
    await page.evaluate(deed)
    await openCard()
    await eventually(async () => expect(await isOpen()).toBe(true))
    await clickInBanner(scene.driver, page, say('action.collapse'))
    await eventually(async () => expect(await isOpen()).toBe(false))
    expect(await box()).toMatchObject({ left: before.left, top: before.top })
  })

  test.each(fights)('a page that %s sees the banner restored within a second', async (_, deed) => {
    const { left, top, width, height } = await box()
    expect(await page.evaluate(withstood(deed, left + width / 2, top + height / 2))).toBe(true)
    expect(await seen(scene)).not.toBe('')
  })

  test('a page that removes the banner five times wins; badge and popup warn, and the popup explains', async () => {
    await page.reload({ waitUntil: 'domcontentloaded' })
    const { left, top, width, height } = await box()
    let returns = 0
    const [[, takeOut]] = fights as [(typeof fights)[number]]
    const isThere = `${host} !== null`
    while (returns < 8 && (await page.evaluate(isThere))) {
      if (await page.evaluate(withstood(takeOut, left + width / 2, top + height / 2))) returns++
    }
    expect(returns).toBe(5)
    expect(await scene.driver.inExtension('chrome.action.getBadgeText({})')).toBe('1')
    const popup = await scene.driver.popup()
    const told = (await popupWords('en')).say('popup.yields', { sites: 'www.binance.com' })
    await eventually(async () => expect(await popup.text()).toContain(told))
    await popup.close()
    expect((await ownEpisodes(scene)).map(({ tier }) => tier)).toEqual(['danger'])
    expect(await page.evaluate(isThere)).toBe(false)
  })
})
