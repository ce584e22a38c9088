import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bannerText, clickFirst } from '../../tools/browsers/banner.ts'
import { launchChromium, type Chromium } from '../../tools/browsers/chromium.ts'
import type { ExtensionPage } from '../../tools/browsers/driver.ts'
import { grantedFolder } from '../../tools/browsers/granted-folder.ts'
import { sayIn } from '../../tools/examples/words-in.ts'
import { openLastingPump } from './lasting-pump.ts'
import { eventually, openScene, seen, shot, type Scene } from './scene.ts'

const say = sayIn('en')
const loud = new RegExp(`${say('tier.warning')}|${say('tier.danger')}`)

// One chart page, from before its site is switched on until after it is switched off.
describe('a chart page in Chromium', () => {
  let scene: Scene<Chromium>
  let chart: Page
  let options: ExtensionPage
  beforeAll(async () => {
    // A browser without a user never answers the permission prompt: it is granted beforehand.
    const launch = (more: object) => launchChromium({ ...more, extension: grantedFolder('chrome') })
    scene = await openScene(launch, openLastingPump())
    await eventually(async () => expect(await seen(scene)).toMatch(loud), 60)
  }, 90_000)
  afterAll(() => scene?.close())

  const text = () => bannerText(scene.driver, chart)
  const scripts = () =>
    scene.driver.inExtension<{ id: string; js: string[]; matches: string[] }[]>(
      'chrome.scripting.getRegisteredContentScripts()',
    )
  const pressSwitch = () => options.evaluate('document.querySelector("#chart-tradingview").click()')

  test('is let alone while its site is off, as it is after the install', async () => {
    const { base, quote } = scene.scenario.page
    chart = await scene.driver.browser.newPage()
    await chart.goto(`https://www.tradingview.com/chart/?symbol=BINANCE%3A${base}${quote}`)
    expect(await scripts()).toEqual([])
    options = await scene.driver.openExtensionPage('/src/options/index.html#charts')
    await eventually(async () =>
      expect(await options.evaluate('document.querySelector("#chart-tradingview").checked')).toBe(false),
    )
    await options.evaluate('document.querySelector("#charts").scrollIntoView()')
    await options.screenshot(shot('chromium-chart-options'))
    expect(await text()).toBe('')
  })

  test('shows a chip once its site is switched on, and no card by itself', async () => {
    await pressSwitch()
    await eventually(async () =>
      expect(await scripts()).toMatchObject([
        {
          id: 'banner-tradingview',
          js: ['src/content/chart-pages.js', 'src/content/watch.js'],
          matches: ['https://*.tradingview.com/*'],
        },
      ]),
    )
    await chart.bringToFront()
    await eventually(async () => {
      expect(await text()).toMatch(loud)
      expect(await text()).toContain(`${scene.pair} Binance`)
    })
    expect(await text()).not.toContain(say('action.hideBrief'))
    await chart.screenshot({ path: shot('chromium-chart-chip') })
  })

  test('opens the brief card on a press, with the way to the market', async () => {
    await clickFirst(scene.driver, chart, '.chip-open')
    const way = say('elsewhere.open', { pair: scene.pair, venue: 'Binance' })
    await eventually(async () => expect(await text()).toContain(way))
    await chart.screenshot({ path: shot('chromium-chart-card') })
    await clickFirst(scene.driver, chart, '.collapse')
    await eventually(async () => expect(await text()).not.toContain(way))
  })

  test('follows the address to another market and back', async () => {
    await chart.evaluate(`history.pushState(null, '', '/chart/?symbol=BINANCE%3AETHBTC')`)
    await eventually(async () => expect(await text()).toBe(''))
    await chart.goBack()
    await eventually(async () => expect(await text()).toMatch(loud))
  })

  test('is let alone again once its site is switched off: at once, and when it is loaded anew', async () => {
    await pressSwitch()
    await eventually(async () => expect(await text()).toBe(''))
    await eventually(async () => expect(await scripts()).toEqual([]))
    await chart.reload({ waitUntil: 'domcontentloaded' })
    // The trading page goes on telling it meanwhile.
    await scene.page.bringToFront()
    await eventually(async () => expect(await seen(scene)).toContain(scene.pair))
    expect(await text()).toBe('')
  })
})
