import { withoutDoubles } from '../../shared/one-coin.ts'
import { type Episode, isOpen } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import type { VenueState } from '../../market/venue-state.ts'
import { markOf, type StateMark } from '../../shared/mark.ts'
import type { Mute } from '../../shared/storage/items.ts'
import type { Lang } from '../../shared/languages.ts'
import { muteKey, muteOf } from '../../shared/visible.ts'
import { browser } from '../../shared/web-extension.ts'
import { withTimeout } from '../../shared/with-timeout.ts'
import { badgeTitle } from './badge-title.ts'

/** Text and icon of the toolbar button. */
export interface Badge {
  readonly text: string
  readonly icon: StateMark
  /** What both mean, in words. */
  readonly title: string
}

// The fill colours of the tiers, as in the design tokens of ui.
const colours: Readonly<Record<Badge['icon'], { back: string; text: string }>> = {
  calm: { back: '#535d6a', text: '#ffffff' },
  offline: { back: '#535d6a', text: '#ffffff' },
  notice: { back: '#f5c518', text: '#221900' },
  warning: { back: '#c44c00', text: '#ffffff' },
  danger: { back: '#800d80', text: '#ffffff' },
}

/** The number of unmuted Warnings and Dangers, with the mark of the popup as icon, and what they mean in words. */
export function badgeOf(
  episodes: readonly Episode[],
  venues: readonly VenueState[],
  mutes: readonly Mute[],
  now: number,
  lang: Lang,
): Badge {
  const told = withoutDoubles(episodes.filter((episode) => !muteOf(muteKey(episode), mutes, now)))
  const alerting = told.filter(
    (episode) => isOpen(episode) && tierRank(episode.tier) >= tierRank('warning'),
  ).length
  const icon = markOf(episodes, venues, mutes, now)
  const title = badgeTitle(episodes, mutes, icon, lang, now)
  return { text: alerting > 0 ? String(alerting) : '', icon, title }
}

/** The toolbar button as this worker knows it. */
export interface ToolbarButton {
  /** Updates the button where it differs from what was shown before. */
  show(badge: Badge): Promise<void>
}

/** The button may still show what an earlier worker left on it: the first badge is always set. */
export function createToolbarButton(): ToolbarButton {
  let current: Badge | null = null
  return {
    async show(badge) {
      const isSame =
        badge.text === current?.text && badge.icon === current.icon && badge.title === current.title
      if (isSame) return
      current = badge
      const { back, text } = colours[badge.icon]
      const shown = Promise.all([
        browser.action.setBadgeText({ text: badge.text }),
        browser.action.setTitle({ title: badge.title }),
        browser.action.setBadgeBackgroundColor({ color: back }),
        browser.action.setBadgeTextColor?.({ color: text }),
        browser.action.setIcon({
          path: { 16: `/icons/toolbar-${badge.icon}-16.png`, 32: `/icons/toolbar-${badge.icon}-32.png` },
        }),
      ])
      await withTimeout(shown, 'The toolbar')
    },
  }
}
