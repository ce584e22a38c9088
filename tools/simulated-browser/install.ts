import { simulatedBrowser } from './browser.ts'

// Imported for its effect, before anything of the extension: its modules look for the browser as they are loaded.

/** The browser of this process. */
export const installed = simulatedBrowser()

Object.assign(globalThis, { chrome: installed.api, browser: installed.api })
