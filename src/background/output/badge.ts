import browser from 'webextension-polyfill'
import { type Episode, isOpen } from '../../market/episode.ts'
import { type Tier, tierRank } from '../../market/tier.ts'
import type { VenueState } from '../../market/venue-state.ts'
import type { Mute } from '../../shared/storage/items.ts'
import { muteKey, muteOf } from '../../shared/visible.ts'
import { withTimeout } from '../../shared/with-timeout.ts'

/** Text and icon of the toolbar button. */
export interface Badge {
  readonly text: string
  readonly icon: 'calm' | 'offline' | Tier
}

// The fill colours of the tiers, as in the design tokens of ui.
const colours: Readonly<Record<Badge['icon'], { back: string; text: string }>> = {
  calm: { back: '#535d6a', text: '#ffffff' },
  offline: { back: '#535d6a', text: '#ffffff' },
  notice: { back: '#f5c518', text: '#221900' },
  warning: { back: '#c44c00', text: '#ffffff' },
  danger: { back: '#800d80', text: '#ffffff' },
}

/** The number of unmuted Warnings and Dangers, with the icon of the worst tier of all open episodes. */
export function badgeOf(
  episodes: readonly Episode[],
  venues: readonly VenueState[],
  mutes: readonly Mute[],
  now: number,
): Badge {
  const open = episodes.filter((episode) => isOpen(episode) && !muteOf(muteKey(episode), mutes, now))
  const worst = open.reduce<Tier | null>((a, { tier }) => (tierRank(tier) > tierRank(a) ? tier : a), null)
  const alerting = open.filter(({ tier }) => tierRank(tier) >= tierRank('warning')).length
  const isOffline =
    venues.length > 0 &&
    venues.every(({ kind }) => kind !== 'live' && kind !== 'polling' && kind !== 'connecting')
  return { text: alerting > 0 ? String(alerting) : '', icon: worst ?? (isOffline ? 'offline' : 'calm') }
}

let current: Badge = { text: '', icon: 'calm' }

/** Updates the toolbar button where it changed. */
export async function showBadge(badge: Badge): Promise<void> {
  if (badge.text === current.text && badge.icon === current.icon) return
  current = badge
  const { back, text } = colours[badge.icon]
  const shown = Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: back }),
    browser.action.setBadgeTextColor?.({ color: text }),
    browser.action.setIcon({
      path: { 16: `/icons/toolbar-${badge.icon}-16.png`, 32: `/icons/toolbar-${badge.icon}-32.png` },
    }),
  ])
  await withTimeout(shown, 'The toolbar')
}
