import { expect } from 'vitest'
import type { Driver } from '../../tools/browsers/driver.ts'
import { launchFirefox } from '../../tools/browsers/firefox.ts'
import { stillPagesTests } from './still-pages.ts'

/** Runs on the tab of the trading page that stands still; returns whether it is unloaded then. */
const onTab = (driver: Driver, action: string) =>
  driver.inExtension<boolean>(`browser.tabs.query({ url: 'https://www.okx.com/trade-spot/btc-usdt' }).then(async ([tab]) => {
    await ${action}
    return (await browser.tabs.get(tab.id)).discarded
  })`)

// Firefox freezes no tab: it unloads one in the background, which stays in the bar and loads when it is shown.
stillPagesTests('firefox', launchFirefox, {
  name: 'unloaded',
  async stop(driver: Driver) {
    expect(await onTab(driver, 'browser.tabs.discard(tab.id)')).toBe(true)
  },
  async goOn(driver: Driver) {
    expect(await onTab(driver, 'browser.tabs.update(tab.id, { active: true })')).toBe(false)
  },
})
