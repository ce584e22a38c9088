import browser from 'webextension-polyfill'
import { openPage } from '../shared/open-page.ts'
import { settings } from '../shared/settings/settings-item.ts'

/** Opens the welcome page when Keiho is new to this browser and the trader has not been there on another. */
export async function firstRun(reason: string): Promise<void> {
  if (reason !== 'install' || (await settings.get()).welcomed) return
  openPage(browser.runtime.getURL('src/welcome/index.html'))
}
