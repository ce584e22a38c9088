import type { Driver } from './driver.ts'

/**
 * Requests every official source at once, as the card's "Look again" does: a market that runs many times faster
 * than real time does not wait for the next check.
 */
export async function retrySources(driver: Driver): Promise<void> {
  await driver.inExtension(
    "chrome.runtime.sendMessage({ kind: 'retry' }).then(() => undefined, () => undefined)",
  )
}
