import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { type Chromium, launchChromium } from '../../tools/browsers/chromium.ts'
import { eventually } from './scene.ts'
import { stillPagesTests } from './still-pages.ts'

/** Freezes a page as Chromium does with tabs long in the background, or lets it go on. */
async function setFrozen(page: Page, isFrozen: boolean): Promise<void> {
  const session = await page.createCDPSession()
  await session.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' })
  await session.detach()
}

const frozen = {
  name: 'frozen',
  stop: (_: Chromium, page: Page) => setFrozen(page, true),
  goOn: (_: Chromium, page: Page) => setFrozen(page, false),
}

stillPagesTests('chrome', launchChromium, frozen, (scene) => {
  test('a venue that is switched on has its banner on a page that comes back from the back/forward cache', async () => {
    const { driver, server, switchOn, untilWatched, untilTradesAsked } = scene()
    const page = await driver.open('https://www.kucoin.com/markets')
    let since = 0
    // The browser keeps no page that is just loading something: it is tried until it does.
    await eventually(async () => {
      await switchOn('binance')
      await page.goto('https://www.kucoin.com/trade/SYS-BTC', { waitUntil: 'load' })
      await page.evaluate(`addEventListener('pageshow', ({ persisted }) => (window.wasCached = persisted))`)
      await page.goto('https://www.kucoin.com/markets', { waitUntil: 'domcontentloaded' })
      await switchOn('binance', 'kucoin')
      await untilWatched('kucoin')
      since = server.requests.length
      await page.evaluate('setTimeout(() => history.back())')
      await eventually(async () => expect(await page.evaluate('window.wasCached')).toBe(true), 5)
    }, 100)
    await untilTradesAsked('symbol=SYS-BTC', since)
  })
})
