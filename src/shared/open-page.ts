import browser from 'webextension-polyfill'

/** Opens a page in a new tab beside the present one. Needs no permission. */
export function openPage(url: string): void {
  void browser.tabs.create({ url })
}
