import { browser } from './web-extension.ts'

// Chrome and its kin have `sidePanel` (permission of the same name), Firefox has `sidebarAction` (a key of the manifest).
interface WithSidePanel {
  readonly sidePanel?: { open(options: { readonly windowId: number }): Promise<void> }
  readonly sidebarAction?: { open(): Promise<void> }
}

/**
 * Prepares the opening of the side panel, which stands beside the page in the browser's window.
 *
 * @returns a function to be called synchronously within a click, which browsers demand; null where this browser has
 *   no side panel, as on a phone
 */
export async function sidePanelOpener(): Promise<(() => Promise<void>) | null> {
  const { sidePanel, sidebarAction } = browser as unknown as WithSidePanel
  if (sidebarAction) return () => sidebarAction.open()
  if (!sidePanel) return null
  // Asked beforehand: within the click nothing may be awaited.
  const { id } = await browser.windows.getCurrent()
  return id === undefined ? null : () => sidePanel.open({ windowId: id })
}
