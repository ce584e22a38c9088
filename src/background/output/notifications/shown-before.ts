import { browser } from '../../../shared/web-extension.ts'
import { browserAnswer } from '../../storage/browser-answer.ts'

const none: ReadonlySet<string> = new Set()
let asked: Promise<ReadonlySet<string>> | null = null

/**
 * Ids of the notifications that stood when this worker first asked. The worker before may have died between showing
 * one and remembering it: what stands is not shown again.
 */
export function shownBefore(): Promise<ReadonlySet<string>> {
  return (asked ??= ask())
}

async function ask(): Promise<ReadonlySet<string>> {
  try {
    return new Set(Object.keys(await browserAnswer('notifications', browser.notifications.getAll())))
  } catch {
    return none
  }
}

/** Everything that was shown is forgotten: an episode that still runs may be notified of again. */
export function forgetShown(): void {
  asked = Promise.resolve(none)
}
