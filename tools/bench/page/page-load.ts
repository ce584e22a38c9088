import { setTimeout as pause } from 'node:timers/promises'
import { launchChromium } from '../../browsers/chromium.ts'
import type { Benchmark } from '../benchmark.ts'
import { ownScriptTime } from './own-script-time.ts'
import { deadPort, newTradingPage, url } from './trading-page.ts'

/** The script runs when the page is idle, and asks the browser for what is stored: all that is over by then. */
const settleMs = 1_500

/**
 * Processor time of the extension's scripts while a trading page loads and nothing is flagged (own-script-time.ts);
 * the page without the extension has none. The first load compiles them, later ones take the browser's cache.
 */
export const pageLoad: Benchmark = {
  id: 'page-load',
  unit: 'ms',
  goal: 1.5,
  better: 'lower',
  browser: true,
  async measure({ rounds }) {
    const driver = await launchChromium({ port: deadPort })
    try {
      const page = await newTradingPage(driver)
      await driver.inExtension(`chrome.storage.local.set({ episodes: '[]' })`)
      await page.bringToFront()
      const load = async () => {
        await page.goto(url)
        await pause(settleMs)
      }
      const times: number[] = []
      for (let round = 0; round < rounds; round++) times.push(await ownScriptTime(page, load))
      return times
    } finally {
      await driver.close()
    }
  },
}
