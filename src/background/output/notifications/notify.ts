import type { Episode } from '../../../market/episode.ts'
import type { Pair } from '../../../market/pair.ts'
import { language } from '../../../shared/language.ts'
import { pairRuleOf } from '../../../shared/settings/pair-rules.ts'
import type { Settings } from '../../../shared/settings/settings.ts'
import type { Mute } from '../../../shared/storage/items.ts'
import { muteKey, muteOf } from '../../../shared/visible.ts'
import { browser } from '../../../shared/web-extension.ts'
import { serialQueue } from '../../storage/serial-queue.ts'
import { followedBy, mostWantedFirst } from './followed-pairs.ts'
import { alertFor, dueForDigest, rulesOf } from './notification-rules.ts'
import { notificationTexts } from './notification-texts.ts'
import { digestNotification, episodeNotification } from './notification-content.ts'
import { rememberHeldBack } from './held-back.ts'
import { alertId, earlierIds, isRepeated } from './alert-id.ts'
import { loadSentAlerts, saveSentAlerts, withAlert, withDigest } from './sent-alerts.ts'
import { showNotification } from './show-notification.ts'
import { forgetShown, shownBefore } from './shown-before.ts'

/** Notification id of a summary. Not an episode's: those begin with a venue. */
export const digestId = 'digest'

// The rules read the alerts that were sent before: one decision at a time.
const enqueue = serialQueue('notify')

/** The settings that decide whether and how to notify. */
export type NotificationSettings = Pick<Settings, 'notifications' | 'pairRules' | 'watch' | 'language'>

/**
 * Notifies of changed episodes where the rules allow, those of followed pairs first. Resolves when it is done.
 *
 * @param onScreen pairs on screen
 */
export function notify(
  changed: readonly Episode[],
  mutes: readonly Mute[],
  settings: NotificationSettings,
  onScreen: readonly Pair[],
  now = Date.now(),
): Promise<void> {
  const isFollowed = followedBy(settings.watch, onScreen)
  return Promise.all(
    mostWantedFirst(changed, isFollowed)
      .filter((episode) => !muteOf(muteKey(episode), mutes, now))
      .map((episode) => enqueue(() => notifyOne(episode, settings, isFollowed(episode), now))),
  ).then(() => undefined)
}

async function notifyOne(
  episode: Episode,
  settings: NotificationSettings,
  isFollowed: boolean,
  now: number,
): Promise<void> {
  const rules = rulesOf(settings.notifications, settings.pairRules, muteKey(episode))
  const sent = await loadSentAlerts()
  const alert = alertFor(episode, sent, rules, isFollowed, now)
  if (!alert) return
  // Shown before it is stored: a worker that dies in between leaves the next one a notification that stands.
  const id = alertId(alert, sent)
  const isShown = !isRepeated(alert, sent) && (await shownBefore()).has(id)
  if (alert.way === 'alone' && !isShown) {
    await show(id, episode, settings)
    // The newest takes the place of those before it.
    for (const earlier of earlierIds(alert, sent))
      if (earlier !== id) void browser.notifications.clear(earlier).catch(() => undefined)
  }
  // The next alert does not wait for a slow disk.
  void saveSentAlerts(withAlert(sent, alert))
}

async function show(id: string, episode: Episode, settings: NotificationSettings): Promise<void> {
  const { notifications, pairRules } = settings
  const sound = pairRuleOf(pairRules, muteKey(episode))?.sound ?? notifications.sound
  const lang = settings.language ?? language()
  const text = notificationTexts(lang)
  const hour = text('unit.hour', { n: 1 })
  const buttons =
    episode.base === null ? [] : [text('notification.open'), text('notification.mute', { length: hour })]
  await showNotification(id, episodeNotification(episode, lang), { buttons, sound })
}

/**
 * Shows the summary of alerts that quiet hours or the hourly limit kept back, once it is due. Pairs muted meanwhile
 * are left out. To be called every few seconds.
 *
 * @param all every stored episode
 */
export function sendDigest(
  all: readonly Episode[],
  mutes: readonly Mute[],
  settings: NotificationSettings,
  now = Date.now(),
): Promise<void> {
  const { notifications: rules } = settings
  return enqueue(async () => {
    const sent = await loadSentAlerts()
    const due = dueForDigest(sent, rules, now)
    if (due.length === 0) return
    const isSilent = (episode: Episode) =>
      muteOf(muteKey(episode), mutes, now) !== undefined ||
      rulesOf(rules, settings.pairRules, muteKey(episode)).least === null
    const silent = new Set(all.filter(isSilent).map(({ id }) => id))
    const told = due.filter(({ way, episode }) => !silent.has(episode) && (way === 'limited' || rules.digest))
    // Shown before it is stored, like a notification: one that comes again takes the place of the first.
    const isAnyTold = rules.least !== null || settings.pairRules.some(({ least }) => (least ?? null) !== null)
    if (told.length > 0 && isAnyTold) {
      const content = digestNotification(told, all, settings.language ?? language())
      await showNotification(digestId, content, { buttons: [], sound: rules.sound })
      // Nothing waits for a disk: the page of it is opened later.
      void rememberHeldBack(told, now).catch((error: unknown) =>
        console.warn('Keiho could not store what was held back', error),
      )
    }
    void saveSentAlerts(withDigest(sent, due, now))
  })
}

/** Deletes the alerts that were sent; episodes still open may be notified again. */
export function clearSentAlerts(): Promise<void> {
  return enqueue(() => {
    forgetShown()
    return saveSentAlerts([])
  })
}
