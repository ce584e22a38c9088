import { changeSinceStart, type Episode } from '../../../market/episode.ts'
import { type Tier, tierRank, tiers } from '../../../market/tier.ts'
import type { Lang } from '../../../shared/languages.ts'
import type { SentAlert } from '../../storage/sent-alert.ts'
import { changeText, episodeTitle, isOffExtreme } from './episode-title.ts'
import { notificationTexts } from './notification-texts.ts'
import { venueName } from '../../../shared/venue-name.ts'

/** What a notification shows. */
export interface NotificationContent {
  readonly title: string
  readonly message: string
  /** Whose mark stands beside it; absent: that of Keiho. */
  readonly tier?: Tier
}

/** Maximum number of episodes that a summary names; the history page lists all. */
const maxNamed = 4

/**
 * An episode: tier, pair, and which way it goes now; what it is or was, venue, and that the cause is unconfirmed. Once
 * the price is off its extreme, its kind is what it was: "After: pump", with how far that went.
 */
export function episodeNotification(episode: Episode, lang: Lang): NotificationContent {
  const text = notificationTexts(lang)
  const { tier, startPrice, peakPrice } = episode
  const kinds = [...new Set([episode.kind, ...episode.also])]
    .map((kind) => text(`kind.${kind}`))
    .join(text('kind.join'))
  const extreme = changeText(peakPrice / startPrice - 1, lang)
  const what = isOffExtreme(episode) ? text('was', { kinds, extreme }) : kinds
  return {
    title: `${text(`tier.${tier}`)} ${episodeTitle(episode, lang)}`,
    message: `${what} · ${venueName(episode.venue, lang)}\n${text('headline.pair')}`,
    tier,
  }
}

/**
 * The summary of alerts that quiet hours or the hourly limit kept back: how many of each tier, and the gravest
 * episodes by name.
 *
 * @param known episodes that are still stored; others are only counted
 */
export function digestNotification(
  held: readonly SentAlert[],
  known: readonly Episode[],
  lang: Lang,
): NotificationContent {
  const text = notificationTexts(lang)
  const graver = (a: { tier: Tier }, b: { tier: Tier }) => tierRank(b.tier) - tierRank(a.tier)
  const counts = [...tiers].reverse().flatMap((tier) => {
    const n = held.filter((alert) => alert.tier === tier).length
    return n > 0 ? text('digest.count', { tier: text(`tier.${tier}`), n }) : []
  })
  const names = known
    .filter(({ id }) => held.some((alert) => alert.episode === id))
    .sort((a, b) => graver(a, b) || Math.abs(changeSinceStart(b)) - Math.abs(changeSinceStart(a)))
    .slice(0, maxNamed)
    .map((episode) => `${episodeTitle(episode, lang)} · ${venueName(episode.venue, lang)}`)
  return {
    title: text(held.every(({ way }) => way === 'limited') ? 'digest.limited' : 'digest.title', {
      n: held.length,
    }),
    message: [counts.join(' · '), ...names].join('\n'),
  }
}
