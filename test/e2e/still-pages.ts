import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import type { Driver, LaunchOptions } from '../../tools/browsers/driver.ts'
import { grantedFolder } from '../../tools/browsers/granted-folder.ts'
import { storedList } from '../../tools/browsers/stored-values.ts'
import { calm } from '../../tools/market-server/stories/calm.ts'
import { startMarketServer, type MarketServer } from '../../tools/market-server/server.ts'
import { openBusyStory } from '../shared/busy-story.ts'
import { eventually } from './scene.ts'

/** A browser whose venues are switched on while pages are open. */
export interface StillPages<D extends Driver> {
  readonly driver: D
  readonly server: MarketServer
  switchOn(...venues: string[]): Promise<unknown>
  /** Until a venue's data arrive. */
  untilWatched(venue: string): Promise<void>
  /** That a pair's trades are asked for proves that the banner of its page runs. `since`: index of the first request. */
  untilTradesAsked(path: string, since?: number): Promise<void>
}

/** How a browser makes a tab in the background stand still, and lets it go on. */
interface Stopping<D extends Driver> {
  readonly name: string
  stop(driver: D, page: Page): Promise<void>
  goOn(driver: D, page: Page): Promise<void>
}

const stoppedUrl = 'https://www.okx.com/trade-spot/btc-usdt'

/** A tab that stands still must hold up neither the settings nor the banners of other tabs. */
export function stillPagesTests<D extends Driver>(
  browser: 'chrome' | 'firefox',
  launch: (options: LaunchOptions) => Promise<D>,
  { name, stop, goOn }: Stopping<D>,
  furtherTests: (scene: () => StillPages<D>) => void = () => undefined,
): void {
  describe(`while a trading page is ${name}`, () => {
    let scene: StillPages<D>
    let stopped: Page
    beforeAll(async () => {
      scene = await openStillPages(browser, launch)
      stopped = await scene.driver.open(stoppedUrl)
      await scene.driver.open('https://www.okx.com/trade-spot/eth-usdt')
      await stop(scene.driver, stopped)
    })
    afterAll(async () => {
      await scene?.driver.close()
      await scene?.server.close()
    })

    test('a venue that is switched on is watched, and the banner runs in its other tabs', async () => {
      await scene.switchOn('binance', 'okx')
      await scene.untilWatched('okx')
      await scene.untilTradesAsked('instId=ETH-USDT')
    })

    test('so is the next', async () => {
      await scene.driver.open('https://www.gate.com/trade/SYS_BTC')
      await scene.switchOn('binance', 'okx', 'gate')
      await scene.untilWatched('gate')
      await scene.untilTradesAsked('currency_pair=SYS_BTC')
    })

    test('its own banner runs once it goes on', async () => {
      const own = '/market/trades?limit=500&instId=BTC-USDT'
      expect(scene.server.requests.map(({ path }) => path)).not.toContainEqual(expect.stringContaining(own))
      await goOn(scene.driver, stopped)
      await scene.untilTradesAsked(own)
    })

    furtherTests(() => scene)
  })
}

async function openStillPages<D extends Driver>(
  browser: 'chrome' | 'firefox',
  launch: (options: LaunchOptions) => Promise<D>,
): Promise<StillPages<D>> {
  const server = await startMarketServer({ scenario: openBusyStory(calm) })
  const driver = await launch({ port: server.port, extension: grantedFolder(browser) })
  return {
    driver,
    server,
    switchOn(...venues) {
      const settings = JSON.stringify({ ...defaultSettings, venues })
      return driver.inExtension(`chrome.storage.sync.set({ settings: ${settings} }).then(() => null)`)
    },
    untilWatched: (venue) =>
      eventually(async () => {
        const venues = await storedList(driver, 'venues')
        expect(venues.find((each) => each.venue === venue)?.kind).toMatch(/^(live|polling)$/)
      }),
    untilTradesAsked: (path, since = 0) =>
      eventually(() => {
        const asked = server.requests.slice(since).map((each) => each.path)
        expect(asked).toContainEqual(expect.stringContaining(path))
        return Promise.resolve()
      }),
  }
}
