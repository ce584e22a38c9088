import * as v from 'valibot'
import type { Episode } from '../../../market/episode.ts'
import { language } from '../../../shared/language.ts'
import type { Settings } from '../../../shared/settings/settings.ts'
import type { Mute } from '../../../shared/storage/items.ts'
import { stored } from '../../../shared/storage/stored.ts'
import { muteKey, muteOf } from '../../../shared/visible.ts'
import type { SentAlert } from '../../storage/sent-alert.ts'
import { serialQueue } from '../../storage/serial-queue.ts'
import { alertFor, heldAlerts, withAlert, withDigest } from './notification-rules.ts'
import { notificationTexts } from './notification-texts.ts'
import { digestNotification, episodeNotification } from './notification-content.ts'
import { showNotification } from './show-notification.ts'
import { watchedFirst } from './watched-first.ts'

const sentAlertsSchema = v.array(
  v.object({
    episode: v.string(),
    tier: v.picklist(['notice', 'warning', 'danger']),
    fell: v.boolean(),
    ratio: v.number(),
    at: v.number(),
    way: v.picklist(['alone', 'held', 'digest']),
  }),
)
/** Alerts of the past, stored so that a new worker does not repeat them. */
const sentAlerts = stored<readonly SentAlert[]>('alerts', [], (value): value is readonly SentAlert[] =>
  v.is(sentAlertsSchema, value),
)

/** Notification id of the summary after quiet hours. Not an episode's: those begin with a venue. */
export const digestId = 'digest'

// The rules read the alerts that were sent before: one decision at a time.
const enqueue = serialQueue('notify')

/** The settings that decide whether and how to notify. */
export type NotificationSettings = Pick<Settings, 'notifications' | 'watch' | 'language'>

/** Notifies of changed episodes where the rules allow, those of the watch list first. Resolves when it is done. */
export function notify(
  changed: readonly Episode[],
  mutes: readonly Mute[],
  settings: NotificationSettings,
  now = Date.now(),
): Promise<void> {
  return Promise.all(
    watchedFirst(changed, settings.watch)
      .filter((episode) => !muteOf(muteKey(episode), mutes, now))
      .map((episode) => enqueue(() => notifyOne(episode, settings, now))),
  ).then(() => undefined)
}

async function notifyOne(episode: Episode, settings: NotificationSettings, now: number): Promise<void> {
  const { notifications: rules } = settings
  const sent = await sentAlerts.get()
  const alert = alertFor(episode, sent, rules, now)
  if (!alert) return
  // Stored before it is shown: a worker that dies in between stays silent rather than repeats the alert.
  await sentAlerts.set(withAlert(sent, alert))
  if (alert.way === 'held') return
  const lang = settings.language ?? language()
  const text = notificationTexts(lang)
  const hour = text('unit.hour', { n: 1 })
  const buttons =
    episode.base === null ? [] : [text('notification.open'), text('notification.mute', { length: hour })]
  await showNotification(episode.id, episodeNotification(episode, lang), { buttons, sound: rules.sound })
}

/** Shows the summary of the alerts held by quiet hours, once those have ended. To be called every few seconds. */
export function sendDigest(
  all: readonly Episode[],
  settings: NotificationSettings,
  now = Date.now(),
): Promise<void> {
  const { notifications: rules } = settings
  return enqueue(async () => {
    const sent = await sentAlerts.get()
    const held = heldAlerts(sent, rules, now)
    if (held.length === 0) return
    await sentAlerts.set(withDigest(sent))
    if (!rules.digest || rules.least === null) return
    const content = digestNotification(held, all, settings.language ?? language())
    await showNotification(digestId, content, { buttons: [], sound: rules.sound })
  })
}

/** Deletes the alerts that were sent; episodes still open may be notified again. */
export function clearSentAlerts(): Promise<void> {
  return enqueue(() => sentAlerts.set([]))
}
