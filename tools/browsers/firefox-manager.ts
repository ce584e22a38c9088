import type { Browser } from 'puppeteer-core'
import type { Bidi } from './bidi.ts'
import type { ExtensionManager } from './driver.ts'

const id = 'keiho@keiho.app'

/** What the browser's own page of extensions calls. */
const setEnabledIn = (isEnabled: boolean) => `async function () {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
  const addon = await AddonManager.getAddonByID('${id}')
  await addon.${isEnabled ? 'enable' : 'disable'}()
}`

/** Manages Keiho in Firefox. @param onReplaced called once its pages are gone */
export function firefoxManager(browser: Browser, bidi: Bidi, onReplaced: () => void): ExtensionManager {
  return {
    async install(folder) {
      await browser.installExtension(folder)
      onReplaced()
    },
    uninstall: () => browser.uninstallExtension(id),
    async setEnabled(isEnabled) {
      // In the browser's own window: https://firefox-source-docs.mozilla.org/remote/Security.html
      const { contexts } = await bidi.send<{ contexts: readonly { context: string }[] }>(
        'browsingContext.getTree',
        { 'moz:scope': 'chrome' },
      )
      const [browserWindow] = contexts
      if (!browserWindow) throw new Error('Firefox has no window')
      await bidi.call(browserWindow.context, setEnabledIn(isEnabled))
    },
  }
}
