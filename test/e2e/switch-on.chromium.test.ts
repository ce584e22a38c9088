import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Settings } from '../../src/shared/settings/settings.ts'
import { launchChromium, type Chromium } from '../../tools/browsers/chromium.ts'
import { grantedFolder } from '../../tools/browsers/granted-folder.ts'
import { clickAction } from '../../tools/browsers/click-action.ts'
import { storedList } from '../../tools/browsers/stored-values.ts'
import { calm } from '../../tools/market-server/stories/calm.ts'
import { startMarketServer, type MarketServer } from '../../tools/market-server/server.ts'
import { openBusyStory } from '../shared/busy-story.ts'
import { eventually } from './scene.ts'

const okx = 'https://www.okx.com/trade-spot/btc-usdt'
const line = 'Keiho is off for OKX.'
let server: MarketServer

beforeAll(async () => {
  server = await startMarketServer({ scenario: openBusyStory(calm) })
})
afterAll(() => server.close())

/** The popup's text above its list once it knows its tab. */
const offer = '[...document.querySelectorAll(".switch-on")].map((line) => line.innerText).join()'

describe('on the page of a venue that is off', () => {
  test('the popup learns its tab only from the click on its button, and offers to switch on', async () => {
    const driver = await launchChromium({ port: server.port })
    try {
      await driver.open(okx)
      const popup = await clickAction(driver, okx)
      await eventually(async () => expect(await popup.evaluate(offer)).toContain(line))
      expect(
        await driver.inExtension('chrome.permissions.getAll().then((all) => all.origins)'),
      ).not.toContain('https://www.okx.com/*')
      // Neither that venue was requested, nor has the extension touched its page.
      expect(server.requests.filter(({ path }) => path.startsWith('/api/v5'))).toEqual([])
    } finally {
      await driver.close()
    }
  })

  test('one click switches it on: it is polled, and the banner runs in this tab', async () => {
    // A browser without a user never answers the permission prompt: it is granted beforehand.
    const driver: Chromium = await launchChromium({ port: server.port, extension: grantedFolder('chrome') })
    try {
      await driver.open(okx)
      const popup = await clickAction(driver, okx)
      await eventually(async () => expect(await popup.evaluate(offer)).toContain(line))
      await (await popup.waitForSelector('.switch-on button'))!.click()
      await eventually(async () => expect(await popup.evaluate(offer)).toBe(''))
      const { settings } = await driver.inExtension<{ settings: Settings }>('chrome.storage.sync.get()')
      expect(settings.venues).toEqual(['binance', 'okx'])
      await eventually(async () => {
        const scripts = await driver.inExtension<{ id: string; matches: string[] }[]>(
          'chrome.scripting.getRegisteredContentScripts()',
        )
        expect(scripts).toMatchObject([{ id: 'banner-okx', matches: ['https://www.okx.com/*'] }])
      })
      await eventually(async () => {
        const venues = await storedList(driver, 'venues')
        expect(venues.find(({ venue }) => venue === 'okx')).toMatchObject({ kind: 'polling', reason: null })
      })
      // The page was open before: the request for its trades proves that the banner reported its pair.
      await eventually(() => {
        const asked = server.requests.map(({ path }) => path)
        expect(asked).toContainEqual(expect.stringContaining('/market/trades?limit=500&instId=BTC-USDT'))
        return Promise.resolve()
      })
    } finally {
      await driver.close()
    }
  })
})
