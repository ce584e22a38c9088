import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { launchChromium, type Chromium } from '../../tools/browsers/chromium.ts'
import { grantedFolder } from '../../tools/browsers/granted-folder.ts'
import { storedList } from '../../tools/browsers/stored-values.ts'
import { openScenario } from '../../tools/market-server/scenarios.ts'
import { startMarketServer, type MarketServer } from '../../tools/market-server/server.ts'
import { eventually } from './scene.ts'

let server: MarketServer
let driver: Chromium

beforeAll(async () => {
  server = await startMarketServer({ scenario: openScenario('calm') })
  driver = await launchChromium({ port: server.port, extension: grantedFolder('chrome') })
})
afterAll(async () => {
  await driver?.close()
  await server.close()
})

/** Freezes a page as Chromium does with tabs long in the background, or lets it go on. */
async function setFrozen(page: Page, isFrozen: boolean): Promise<void> {
  const session = await page.createCDPSession()
  await session.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' })
  await session.detach()
}

const switchOn = (...venues: string[]) =>
  driver.inExtension(
    `chrome.storage.sync.set({ settings: ${JSON.stringify({ ...defaultSettings, venues })} }).then(() => null)`,
  )

/** That a pair's trades are asked for proves that the banner of its page runs. */
const untilTradesAsked = (path: string, since = 0) =>
  eventually(() => {
    const asked = server.requests.slice(since).map((each) => each.path)
    expect(asked).toContainEqual(expect.stringContaining(path))
    return Promise.resolve()
  })

const untilWatched = (venue: string) =>
  eventually(async () => {
    const venues = await storedList(driver, 'venues')
    expect(venues.find((each) => each.venue === venue)?.kind).toMatch(/^(live|polling)$/)
  })

describe('while a trading page is frozen', () => {
  let frozen: Page
  beforeAll(async () => {
    frozen = await driver.open('https://www.okx.com/trade-spot/btc-usdt')
    await driver.open('https://www.okx.com/trade-spot/eth-usdt')
    await setFrozen(frozen, true)
  })

  test('a venue that is switched on is watched, and the banner runs in its other tabs', async () => {
    await switchOn('binance', 'okx')
    await untilWatched('okx')
    await untilTradesAsked('instId=ETH-USDT')
  })

  test('so is the next', async () => {
    await driver.open('https://www.gate.com/trade/SYS_BTC')
    await switchOn('binance', 'okx', 'gate')
    await untilWatched('gate')
    await untilTradesAsked('currency_pair=SYS_BTC')
  })

  test('its own banner runs once it goes on', async () => {
    expect(server.requests.map((each) => each.path)).not.toContainEqual(
      expect.stringContaining('/market/trades?limit=500&instId=BTC-USDT'),
    )
    await setFrozen(frozen, false)
    await untilTradesAsked('/market/trades?limit=500&instId=BTC-USDT')
  })
})

test('a venue that is switched on has its banner on a page that comes back from the back/forward cache', async () => {
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
