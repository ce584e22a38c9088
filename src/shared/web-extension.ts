import type { Browser } from 'webextension-polyfill'

/**
 * The browser's interface of extensions: with manifest version 3 `chrome` returns promises in both browsers. The types
 * are those of webextension-polyfill, of which no code is needed.
 *
 * Not `globalThis.browser`: where Chromium has none, an element of the page with that id would be it.
 */
export const { chrome: browser } = globalThis as unknown as { readonly chrome: Browser }
