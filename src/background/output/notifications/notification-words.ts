import { exchangeOf } from '../../../exchanges/registry.ts'
import { changeSinceStart, type Episode } from '../../../market/episode.ts'
import { pairName } from '../../../market/pair.ts'
import { type Tier, tierRank, tiers } from '../../../market/tier.ts'
import { type Lang, locales } from '../../../shared/texts.ts'
import type { Alert } from './notification-rules.ts'
import { notificationTexts } from './notification-texts.ts'

/** What a notification says. */
export interface NotificationWords {
  readonly title: string
  readonly message: string
}

/** So many episodes a summary names; the history lists all. */
const named = 4

/** One episode: tier, pair and change; kinds, venue and that the cause is not confirmed. */
export function wordsOfEpisode(episode: Episode, lang: Lang): NotificationWords {
  const say = notificationTexts(lang)
  const kinds = [episode.kind, ...episode.also].map((kind) => say(`kind.${kind}`)).join(say('kind.join'))
  return {
    title: `${say(`tier.${episode.tier}`)} ${nameOf(episode, lang)}`,
    message: `${kinds} · ${venueOf(episode)}\n${say('headline.pair')}`,
  }
}

/**
 * What quiet hours held back: how many of each tier, and the gravest by name.
 *
 * @param known episodes that are still stored; what is gone is counted only
 */
export function wordsOfDigest(
  held: readonly Alert[],
  known: readonly Episode[],
  lang: Lang,
): NotificationWords {
  const say = notificationTexts(lang)
  const graver = (a: { tier: Tier }, b: { tier: Tier }) => tierRank(b.tier) - tierRank(a.tier)
  const counts = [...tiers].reverse().flatMap((tier) => {
    const n = held.filter((alert) => alert.tier === tier).length
    return n > 0 ? say('digest.count', { tier: say(`tier.${tier}`), n }) : []
  })
  const names = known
    .filter(({ id }) => held.some((alert) => alert.episode === id))
    .sort((a, b) => graver(a, b) || Math.abs(changeSinceStart(b)) - Math.abs(changeSinceStart(a)))
    .slice(0, named)
    .map((episode) => `${nameOf(episode, lang)} · ${venueOf(episode)}`)
  return {
    title: say('digest.title', { n: held.length }),
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
