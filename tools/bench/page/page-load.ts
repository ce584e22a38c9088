import { setTimeout as pause } from 'node:timers/promises'
import { bannerBoxes } from '../../browsers/banner.ts'
import { launchChromium, type Chromium } from '../../browsers/chromium.ts'
import { storedList } from '../../browsers/stored-values.ts'
import { openStory } from '../../market-server/scenarios.ts'
import { startMarketServer } from '../../market-server/server.ts'
import { calm } from '../../market-server/stories/calm.ts'
import type { Benchmark } from '../benchmark.ts'
import { ownScriptTime } from './own-script-time.ts'
import { newTradingPage, url } from './trading-page.ts'

/** The script runs when the page is idle, and asks the browser for what is stored: all that is over by then. */
const settleMs = 1_500
const pollMs = 200
const maxTries = 150

/** A venue without data is told on the page, and would be measured with it. */
async function untilLive(driver: Chromium): Promise<void> {
  for (let tries = 0; tries < maxTries; tries++, await pause(pollMs))
    if ((await storedList(driver, 'venues')).some(({ kind }) => kind === 'live')) return
  throw new Error('No venue is live')
}

/**
 * Processor time of the extension's scripts while a trading page loads in a calm market (own-script-time.ts);
 * the page without the extension has none. The first load compiles them, later ones take the browser's cache.
 */
export const pageLoad: Benchmark = {
  id: 'page-load',
  unit: 'ms',
  goal: 1.5,
  better: 'lower',
  browser: true,
  async measure({ rounds }) {
    const server = await startMarketServer({ scenario: openStory(calm) })
    const driver = await launchChromium({ port: server.port })
    try {
      const page = await newTradingPage(driver)
      await untilLive(driver)
      await page.bringToFront()
      const load = async () => {
        await page.goto(url)
        await pause(settleMs)
      }
      const times: number[] = []
      for (let round = 0; round < rounds; round++) times.push(await ownScriptTime(page, load))
      if ((await bannerBoxes(driver, page)).length > 0) throw new Error('The page shows a banner')
      return times
    } finally {
      await driver.close()
      await server.close()
    }
  },
}
