import { browser } from './web-extension.ts'

/** Opens a page in a new tab next to the current one. Needs no permission. */
export function openPage(url: string): void {
  void browser.tabs.create({ url })
}

/** Opens a page of the extension in a new tab; `path`: within the package, with a leading slash. */
export function openExtensionPage(path: string): void {
  openPage(browser.runtime.getURL(path))
}
