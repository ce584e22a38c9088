import { browser } from '../../shared/web-extension.ts'

/** Brings a tab and its window to the front. Resolves to whether there still is one. */
export async function focusTab(id: number): Promise<boolean> {
  try {
    const { windowId } = await browser.tabs.update(id, { active: true })
    // Browsers on phones have no windows.
    if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true })
    return true
  } catch {
    return false
  }
}

/** Shows a page of the extension: in the tab that shows it already, else in a new one. `path`: within the package. */
export async function showExtensionPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path)
  // Without the permission `tabs` the browser tells the addresses of our own pages only, which are what is sought.
  const open = (await browser.tabs.query({})).find((tab) => tab.url === url)
  if (open?.id !== undefined && (await focusTab(open.id))) return
  await browser.tabs.create({ url })
}
