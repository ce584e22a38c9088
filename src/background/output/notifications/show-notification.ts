import browser from 'webextension-polyfill'
import type { NotificationWords } from './notification-words.ts'

/** What a notification offers beside its words. */
export interface NotificationExtras {
  /** Labels of buttons, two at most, pressed by their index. */
  readonly buttons: readonly string[]
  /** Whether the system plays the sound it has for notifications. */
  readonly sound: boolean
}

/**
 * Shows a desktop notification. Sound is the system's own for notifications, on or off, so that it keeps to the
 * volume and the do-not-disturb the trader set there, and no page for playing sounds is needed. Firefox refuses
 * options that it does not know (buttons); there a click on the notification opens the trading page.
 *
 * @param id the same id replaces what is shown
 */
export async function showNotification(
  id: string,
  words: NotificationWords,
  { buttons, sound }: NotificationExtras,
): Promise<void> {
  const plain = { type: 'basic', iconUrl: '/icons/app-128.png', ...words } as const
  const extras = { silent: !sound, buttons: buttons.map((title) => ({ title })) }
  try {
    await browser.notifications.create(id, { ...plain, ...extras })
  } catch {
    await browser.notifications.create(id, plain)
  }
}
