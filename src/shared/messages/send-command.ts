import { browser } from '../web-extension.ts'
import type { Command } from './messages.ts'

/**
 * Sends a command to the background and wakes it if necessary. The result is a change of a stored value. A command
 * without a listener (the extension was just updated or removed) is lost without harm, so errors are ignored.
 */
export function sendCommand(command: Command): void {
  void deliverCommand(command)
}

/** Sends a command. @returns whether the background has carried it out: false where nobody listened, never rejects */
export function deliverCommand(command: Command): Promise<boolean> {
  return send(command).then(
    () => true,
    () => false,
  )
}

/** In a page opened before an update `sendMessage` throws synchronously: `async` turns that into a rejection. */
async function send(command: Command): Promise<unknown> {
  return browser.runtime.sendMessage(command)
}
