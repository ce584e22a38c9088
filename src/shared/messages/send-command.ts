import browser from 'webextension-polyfill'
import type { Command } from './messages.ts'

/**
 * Sends a request to the background, waking it where it sleeps. The answer is the stored
 * value that changes; a request that finds no listener (the extension was just updated or
 * removed) is lost without harm, so its failure ends here.
 */
export function sendCommand(request: Command): void {
  void browser.runtime.sendMessage(request).catch(() => undefined)
}
