import { findBrowser } from '../setup/find-browser.mjs'

/**
 * Path of an installed browser.
 *
 * @throws Error with one clear line where there is none
 */
export function executable(browser: 'chromium' | 'firefox'): string {
  const path = findBrowser(browser)
  if (path === null) throw new Error(`No ${browser} found: install it, or set its path in the environment`)
  return path
}
