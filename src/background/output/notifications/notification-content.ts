import { exchangeOf } from '../../../exchanges/registry.ts'
import { changeSinceStart, type Episode } from '../../../market/episode.ts'
import { pairName } from '../../../market/pair.ts'
import { type Tier, tierRank, tiers } from '../../../market/tier.ts'
import { type Lang, locales } from '../../../shared/texts.ts'
import type { SentAlert } from '../../storage/sent-alert.ts'
import { notificationTexts } from './notification-texts.ts'

/** Title and message of a notification. */
export interface NotificationContent {
  readonly title: string
  readonly message: string
}

/** Maximum number of episodes that a summary names; the history page lists all. */
const maxNamed = 4

/** An episode: tier, pair and change; kinds, venue, and that the cause is unconfirmed. */
export function episodeNotification(episode: Episode, lang: Lang): NotificationContent {
  const text = notificationTexts(lang)
  const kinds = [episode.kind, ...episode.also].map((kind) => text(`kind.${kind}`)).join(text('kind.join'))
  return {
    title: `${text(`tier.${episode.tier}`)} ${nameOf(episode, lang)}`,
    message: `${kinds} · ${venueOf(episode)}\n${text('headline.pair')}`,
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
    .map((episode) => `${nameOf(episode, lang)} · ${venueOf(episode)}`)
  return {
    title: text(held.every(({ way }) => way === 'limited') ? 'digest.limited' : 'digest.title', {
      n: held.length,
    }),
    message: [counts.join(' · '), ...names].join('\n'),
  }
}

function nameOf(episode: Episode, lang: Lang): string {
  const { base, quote } = episode
  const name =
    base !== null && quote !== null ? pairName({ base, quote }) : notificationTexts(lang)('market.title')
  const change = new Intl.NumberFormat(locales[lang], {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  return `${name} ${change.format(changeSinceStart(episode)).replace('-', '\u2212')}`
}

function venueOf({ venue }: Episode): string {
  return exchangeOf(venue)?.name ?? venue
}
