import type { Lang } from '../../../shared/languages.ts'
import { browser } from '../../../shared/web-extension.ts'
import { notificationTexts } from './notification-texts.ts'
import { showNotification } from './show-notification.ts'

const testId = 'test'

/** What is not yet in the types: Chrome alone has it. */
interface WithPermissionLevel {
  getPermissionLevel?(): Promise<string>
}

/** Whether the browser lets Keiho notify; null where it does not tell (Firefox). */
export async function notificationsAllowed(): Promise<boolean | null> {
  const { getPermissionLevel } = browser.notifications as WithPermissionLevel
  return getPermissionLevel ? (await getPermissionLevel()) === 'granted' : null
}

/**
 * Shows a notification that says it is a test.
 *
 * @returns null, or why the browser did not show it
 */
export async function sendTestNotification(lang: Lang, sound: boolean): Promise<string | null> {
  const text = notificationTexts(lang)
  const content = { title: text('test.title'), message: text('test.message') }
  try {
    await showNotification(testId, content, { buttons: [], sound })
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
