import browser from 'webextension-polyfill'
import { type Episode, isOpen } from '../../market/episode.ts'
import { type Tier, tierRank } from '../../market/tier.ts'
import type { VenueState } from '../../market/venue-state.ts'
import type { Mute } from '../../shared/storage/items.ts'
import { muteKey, muteOf } from '../../shared/visible.ts'

/** What the toolbar shows. */
export interface Badge {
  readonly text: string
  readonly face: 'calm' | 'offline' | Tier
}

// The fills of the tiers, as in the tokens.
const colours: Readonly<Record<Badge['face'], { back: string; text: string }>> = {
  calm: { back: '#535d6a', text: '#ffffff' },
  offline: { back: '#535d6a', text: '#ffffff' },
  notice: { back: '#f5c518', text: '#221900' },
  warning: { back: '#c44c00', text: '#ffffff' },
  danger: { back: '#800d80', text: '#ffffff' },
}

/** Number of Warnings and Dangers that may speak, coloured by the worst; the face of the worst tier of all. */
export function badgeOf(
  episodes: readonly Episode[],
  venues: readonly VenueState[],
  mutes: readonly Mute[],
  now: number,
): Badge {
  const open = episodes.filter((episode) => isOpen(episode) && !muteOf(muteKey(episode), mutes, now))
  const worst = open.reduce<Tier | null>((a, { tier }) => (tierRank(tier) > tierRank(a) ? tier : a), null)
  const loud = open.filter(({ tier }) => tierRank(tier) >= tierRank('warning')).length
  const blind =
    venues.length > 0 &&
    venues.every(({ kind }) => kind !== 'live' && kind !== 'polling' && kind !== 'connecting')
  return { text: loud > 0 ? String(loud) : '', face: worst ?? (blind ? 'offline' : 'calm') }
}

let shown: Badge = { text: '', face: 'calm' }

/** Paints the toolbar where it changed. */
export async function paintBadge(badge: Badge): Promise<void> {
  if (badge.text === shown.text && badge.face === shown.face) return
  shown = badge
  const { back, text } = colours[badge.face]
  await Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: back }),
    browser.action.setBadgeTextColor?.({ color: text }),
    browser.action.setIcon({
      path: { 16: `/icons/toolbar-${badge.face}-16.png`, 32: `/icons/toolbar-${badge.face}-32.png` },
    }),
  ])
}
