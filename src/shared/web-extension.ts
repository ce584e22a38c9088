import type { Browser } from 'webextension-polyfill'

/**
 * The browser's interface of extensions, for pages and banners: with manifest version 3 `chrome` returns promises
 * in both browsers. Only listeners that answer with a promise need the polyfill, and those stand in the background.
 *
 * Not `globalThis.browser`: where Chromium has none, an element of the page with that id would be it.
 */
export const { chrome: browser } = globalThis as unknown as { readonly chrome: Browser }
