import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { exchangeOf } from '../../../exchanges/registry.ts'
import type { Episode } from '../../../market/episode.ts'
import type { Mute } from '../../../shared/storage/items.ts'
import { language } from '../../../shared/language.ts'
import type { Settings } from '../../../shared/settings/settings.ts'
import { stored } from '../../../shared/storage/stored.ts'
import type { Lang } from '../../../shared/texts.ts'
import { muteKey, muteOf } from '../../../shared/visible.ts'
import { type Alert, alertFor, heldBack, withAlert, withDigest } from './notification-rules.ts'
import { inTurn } from '../../storage/serial.ts'
import { showNotification } from './show-notification.ts'
import { notificationTexts } from './notification-texts.ts'
import { wordsOfDigest, wordsOfEpisode } from './notification-words.ts'
import { watchedFirst } from './watched-first.ts'
import { carryOut } from '../../pages/commands.ts'

const shape = v.array(
  v.object({
    episode: v.string(),
    tier: v.picklist(['notice', 'warning', 'danger']),
    fell: v.boolean(),
    ratio: v.number(),
    at: v.number(),
    way: v.picklist(['alone', 'held', 'digest']),
  }),
)
/** What was told, kept across the worker's lives so that no episode is announced twice. */
const told = stored<readonly Alert[]>('alerts', [], (value): value is readonly Alert[] => v.is(shape, value))

/** Id of the summary after quiet hours; no episode's, which begin with a venue. */
const digestId = 'digest'
const muteMs = 3_600_000

// One after the other: the rules read what was told.
const inOrder = inTurn('notify')

/** What decides whether and how to speak. */
export type Voice = Pick<Settings, 'notifications' | 'watch' | 'language'>

/** Notifies of changed episodes where the rules allow, the trader's own watch list first. Resolves when all are told. */
export function notify(
  changed: readonly Episode[],
  mutes: readonly Mute[],
  voice: Voice,
  now = Date.now(),
): Promise<void> {
  return Promise.all(
    watchedFirst(changed, voice.watch)
      .filter((episode) => !muteOf(muteKey(episode), mutes, now))
      .map((episode) => inOrder(() => tell(episode, voice, now))),
  ).then(() => undefined)
}

async function tell(episode: Episode, { notifications: rules, language: chosen }: Voice, now: number) {
  const known = await told.get()
  const alert = alertFor(episode, known, rules, now)
  if (!alert) return
  // Remembered before it is shown: a worker that dies in between stays silent rather than repeats itself.
  await told.set(withAlert(known, alert))
  if (alert.way === 'held') return
  const lang = chosen ?? language()
  const say = notificationTexts(lang)
  const buttons =
    episode.base === null
      ? []
      : [say('notification.open'), say('notification.mute', { length: hourIn(lang) })]
  await showNotification(episode.id, wordsOfEpisode(episode, lang), { buttons, sound: rules.sound })
}

/** Sums up what quiet hours held back once they have ended; to be called now and then. */
export function digest(all: readonly Episode[], voice: Voice, now = Date.now()): Promise<void> {
  const { notifications: rules } = voice
  return inOrder(async () => {
    const known = await told.get()
    const held = heldBack(known, rules, now)
    if (held.length === 0) return
    await told.set(withDigest(known))
    if (!rules.digest || rules.least === null) return
    const words = wordsOfDigest(held, all, voice.language ?? language())
    await showNotification(digestId, words, { buttons: [], sound: rules.sound })
  })
}

/** Forgets what was told; what still runs may be told again. */
export function forgetAlerts(): Promise<void> {
  return inOrder(() => told.set([]))
}

/**
 * A notification, or a button on it, was pressed.
 *
 * @param button 0: open the trading page, as a click on the whole; 1: mute the pair for an hour
 */
export async function answerNotification(
  id: string,
  button: number,
  all: readonly Episode[],
  now = Date.now(),
): Promise<void> {
  const episode = all.find((known) => known.id === id)
  if (id === digestId) await browser.tabs.create({ url: browser.runtime.getURL('src/history/index.html') })
  else if (!episode) return
  else if (button === 1) await carryOut({ kind: 'mute', pair: muteKey(episode), until: now + muteMs }, now)
  else if (!(await openPageOf(episode))) return
  await browser.notifications.clear(id)
}

async function openPageOf({ venue, base, quote }: Episode): Promise<boolean> {
  const exchange = exchangeOf(venue)
  if (!exchange || base === null || quote === null) return false
  await browser.tabs.create({ url: exchange.pageOf({ base, quote }, language()) })
  return true
}

const hourIn = (lang: Lang) => notificationTexts(lang)('unit.hour', { n: 1 })
