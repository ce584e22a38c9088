import { withoutDoubles } from '../../shared/one-coin.ts'
import { type Episode, isOpen } from '../../market/episode.ts'
import { type Tier, tiers } from '../../market/tier.ts'
import type { StateMark } from '../../shared/mark.ts'
import type { Mute } from '../../shared/storage/items.ts'
import type { Lang } from '../../shared/languages.ts'
import { muteKey, muteOf } from '../../shared/visible.ts'
import { notificationTexts } from './notifications/notification-texts.ts'

/**
 * What number and icon of the toolbar button mean, in words: how many of each tier are open and not muted, how many are
 * muted, and whether data arrive. `Keiho: Danger 1 · Warning 2 · 1 muted, not counted`.
 *
 * @param now wall clock, ms
 */
export function badgeTitle(
  episodes: readonly Episode[],
  mutes: readonly Mute[],
  icon: StateMark,
  lang: Lang,
  now: number,
): string {
  const text = notificationTexts(lang)
  const open = episodes.filter(isOpen)
  const unmuted = open.filter((episode) => !muteOf(muteKey(episode), mutes, now))
  const counted = withoutDoubles(unmuted)
  const count = (tier: Tier) => counted.filter((episode) => episode.tier === tier).length
  const counts = tiers
    .toReversed()
    .filter((tier) => count(tier) > 0)
    .map((tier) => text('digest.count', { tier: text(`tier.${tier}`), n: count(tier) }))
  const parts = [
    ...(count('danger') + count('warning') === 0 && icon !== 'offline' ? [text('badge.none')] : []),
    ...(icon === 'offline' ? [text('badge.offline')] : []),
    ...counts,
    ...(open.length > unmuted.length ? [text('badge.muted', { n: open.length - unmuted.length })] : []),
  ]
  return `${text('name')}: ${parts.join(' · ')}`
}
