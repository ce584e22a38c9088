import type { Episode } from '../../../market/episode.ts'
import { pairName } from '../../../market/pair.ts'
import { type Lang, locales } from '../../../shared/languages.ts'
import { notificationTexts } from './notification-texts.ts'
import { showNotification } from './show-notification.ts'

const minuteMs = 60_000
/** Before the id of the episode. An episode's own id begins with a venue. */
const prefix = 'muted:'

/** How long a press on "Mute" mutes, ms. */
export const muteMs = 60 * minuteMs

/** Until when each button of the confirmation mutes, wall clock, ms: a quarter of an hour, or the end of the local day. */
const choices: readonly ((now: number) => number)[] = [
  (now) => now + 15 * minuteMs,
  (now) => new Date(now).setHours(24, 0, 0, 0),
]

/** The end of the mute that a button of the confirmation stands for; undefined where there is no such button. */
export function chosenEnd(button: number, now: number): number | undefined {
  return choices[button]?.(now)
}

/** The episode whose mute a notification confirms; null where it is no confirmation. */
export function confirmedEpisode(notification: string): string | null {
  return notification.startsWith(prefix) ? notification.slice(prefix.length) : null
}

/**
 * Says until when a pair is muted, in the place of the notification it was muted on. Browsers show two buttons at most:
 * one press mutes for an hour, and what else there is to choose is offered here.
 *
 * @param until wall clock, ms
 */
export async function confirmMute(
  { id, base, quote }: Episode,
  until: number,
  lang: Lang,
  isChosen: boolean,
): Promise<void> {
  const text = notificationTexts(lang)
  const pair = base !== null && quote !== null ? pairName({ base, quote }) : text('market.title')
  const clock = new Intl.DateTimeFormat(locales[lang], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const content = {
    title: text('muted.title', { pair, time: clock.format(until) }),
    message: text('muted.message'),
  }
  const buttons = isChosen
    ? []
    : [text('muted.instead', { length: text('unit.minute', { n: 15 }) }), text('muted.today')]
  await showNotification(prefix + id, content, { buttons, sound: false })
}
