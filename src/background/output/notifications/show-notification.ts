import { browser } from '../../../shared/web-extension.ts'
import { TimeoutError } from '../../../shared/with-timeout.ts'
import { browserAnswer } from '../../storage/browser-answer.ts'
import type { NotificationContent } from './notification-content.ts'

/** What a notification has besides its text. */
export interface NotificationExtras {
  /** Labels of its buttons, at most two. */
  readonly buttons: readonly string[]
  /** Whether the system plays its notification sound. */
  readonly sound: boolean
}

/**
 * Shows a desktop notification. The sound is the system's own, so that it follows the volume and do-not-disturb
 * settings there, and no offscreen page is needed to play it. Firefox rejects options that it does not know
 * (buttons); there a click on the notification opens the trading page.
 *
 * @param id a notification with the same id is replaced
 */
export async function showNotification(
  id: string,
  { title, message, tier }: NotificationContent,
  { buttons, sound }: NotificationExtras,
): Promise<void> {
  const iconUrl = tier ? `/icons/tier-${tier}-128.png` : '/icons/app-128.png'
  const plain = { type: 'basic', iconUrl, title, message } as const
  const extras = { silent: !sound, buttons: buttons.map((title) => ({ title })) }
  const create = (options: typeof plain) =>
    browserAnswer('notifications', browser.notifications.create(id, options))
  try {
    await create({ ...plain, ...extras })
  } catch (error) {
    if (error instanceof TimeoutError) throw error
    await create(plain)
  }
}
