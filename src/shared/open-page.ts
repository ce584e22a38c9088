import browser from 'webextension-polyfill'

/** Opens a page in a new tab beside the present one. Needs no permission. */
export function openPage(url: string): void {
  void browser.tabs.create({ url })
}

/** Opens a page of the extension's own; `path` is that in the package, with a leading slash. */
export function openExtensionPage(path: string): void {
  openPage(browser.runtime.getURL(path))
}
