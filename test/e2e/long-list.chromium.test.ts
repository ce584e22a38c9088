import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'puppeteer-core'
import { launchChromium, type Chromium } from '../../tools/browsers/chromium.ts'
import { episode, venue } from '../../tools/examples/made-up.ts'

/** Nothing listens on this port: the popup must show stored values without any venue. */
const deadPort = 9

const flagged = Array.from({ length: 200 }, (_, i) =>
  episode({ id: `binance:COIN${i}`, base: `COIN${i}`, symbol: `COIN${i}BTC` }),
)
const rows = `document.querySelectorAll('.row').length`
const oneMoreFrame = `new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))`

// The time is measured by `npm run bench`.
describe('the popup with 200 flagged pairs', () => {
  let driver: Chromium
  let page: Page
  beforeAll(async () => {
    driver = await launchChromium({ port: deadPort })
    const values = JSON.stringify({ episodes: JSON.stringify(flagged), venues: [venue()] })
    const url = await driver.inExtension<string>(
      `chrome.storage.local.set(${values}).then(() => chrome.runtime.getURL('src/popup/index.html'))`,
    )
    page = await driver.open(url)
    await page.setViewport({ width: 368, height: 568 })
    await page.waitForSelector('.row')
  })
  afterAll(() => driver?.close())

  test('draws the visible rows and few more', async () => {
    expect(await page.evaluate(rows)).toBeLessThan(80)
  })

  test('reserves space for the others, and draws them when scrolled to', async () => {
    await page.evaluate(`document.querySelector('.scroll').scrollTop = 5000`)
    await page.waitForFunction(`${rows} > 100`)
    await page.evaluate(oneMoreFrame)
    expect(await page.evaluate(`document.querySelector('.scroll').scrollTop`)).toBe(5000)
  })

  test('goes to the last with one key', async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('End')
    await page.waitForFunction(`document.activeElement?.closest('li')?.dataset.episode === 'binance:COIN199'`)
    expect(await page.evaluate(rows)).toBe(200)
  })
})
