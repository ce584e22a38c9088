import type { Browser } from 'puppeteer-core'
import type { ExtensionManager } from './driver.ts'

/** What the browser's page of extensions says against Keiho. */
interface ExtensionFaults {
  readonly manifest: readonly string[]
  readonly runtime: readonly string[]
  readonly warnings: readonly string[]
}

/** The manager in Chromium, which also tells the faults that it has found. */
export interface ChromiumManager extends ExtensionManager {
  faults(): Promise<ExtensionFaults>
}

/** Only in developer mode does the page keep what a manifest has that the browser does not know. */
const faultsOf = (id: string) => `(async () => {
  await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
  const info = await chrome.developerPrivate.getExtensionInfo(${JSON.stringify(id)})
  return {
    manifest: info.manifestErrors.map(({ message }) => message),
    runtime: info.runtimeErrors.map(({ message }) => message),
    warnings: [...info.installWarnings, ...info.runtimeWarnings],
  }
})()`

/** Manages the extension with this id. @param onReplaced called once its pages are gone */
export function chromiumManager(browser: Browser, id: string, onReplaced: () => void): ChromiumManager {
  /** The browser's own page has the right to; an extension has it not, not even over itself. */
  async function onExtensionsPage(expression: string): Promise<unknown> {
    const page = await browser.newPage({ background: true })
    await page.goto('chrome://extensions')
    const value = await page.evaluate(expression)
    await page.close()
    return value
  }
  return {
    async install(folder) {
      await browser.installExtension(folder)
      onReplaced()
    },
    uninstall: () => browser.uninstallExtension(id),
    async setEnabled(isEnabled) {
      await onExtensionsPage(`chrome.management.setEnabled(${JSON.stringify(id)}, ${isEnabled})`)
    },
    faults: () => onExtensionsPage(faultsOf(id)) as Promise<ExtensionFaults>,
  }
}
