import type { Driver } from './driver.ts'

/**
 * Has every official source asked at once, as the card's "Look again" does: a market that is played many times
 * faster than it was does not wait for the next look.
 */
export async function retrySources(driver: Driver): Promise<void> {
  await driver.inExtension(
    "chrome.runtime.sendMessage({ kind: 'retry' }).then(() => undefined, () => undefined)",
  )
}
