import { openPage } from '../shared/open-page.ts'
import { defaultSettings } from '../shared/settings/settings.ts'
import { settings } from '../shared/settings/settings-item.ts'
import { browser } from '../shared/web-extension.ts'

/** Opens the welcome page on install, unless the synced settings show that it was completed in another browser. */
export async function firstRun(reason: string): Promise<void> {
  if (reason !== 'install') return
  const { welcomed } = await settings.get().catch(() => defaultSettings)
  if (welcomed) return
  openPage(browser.runtime.getURL('src/welcome/index.html'))
}
