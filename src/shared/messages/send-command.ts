import browser from 'webextension-polyfill'
import type { Command } from './messages.ts'

/**
 * Sends a command to the background and wakes it if necessary. The result is a change of a stored value. A command
 * without a listener (the extension was just updated or removed) is lost without harm, so errors are ignored.
 */
export function sendCommand(command: Command): void {
  void browser.runtime.sendMessage(command).catch(() => undefined)
}
