import type { Browser } from 'puppeteer-core'
import type { ExtensionManager } from './driver.ts'

/** Manages the extension with this id. */
export function chromiumManager(browser: Browser, id: string): ExtensionManager {
  return {
    async install(folder) {
      await browser.installExtension(folder)
    },
    uninstall: () => browser.uninstallExtension(id),
    async setEnabled(isEnabled) {
      // The browser's own page has the right to; an extension has it not, not even over itself.
      const page = await browser.newPage({ background: true })
      await page.goto('chrome://extensions')
      await page.evaluate(`chrome.management.setEnabled(${JSON.stringify(id)}, ${isEnabled})`)
      await page.close()
    },
  }
}
