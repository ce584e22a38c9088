import type { Episode } from '../market/episode.ts'
import { pairKey } from '../market/pair.ts'
import type { HiddenEpisode, Mute } from './storage/items.ts'
import type { Settings } from './settings/settings.ts'

/** The value of `Mute.pair` that silences this episode: its pair's key, or `venue:*` for a whole market. */
export function muteKey(episode: Pick<Episode, 'venue' | 'base' | 'quote'>): string {
  const { venue, base, quote } = episode
  return base === null || quote === null ? `${venue}:*` : pairKey({ venue, base, quote })
}

/**
 * The mute that silences a key now, or undefined.
 *
 * @param now wall clock, ms: mutes end by the trader's clock, not the market's
 */
export function muteOf(key: string, mutes: readonly Mute[], now: number): Mute | undefined {
  return mutes.find((mute) => (mute.pair === null || mute.pair === key) && (mute.until ?? Infinity) > now)
}

/** Whether the trader put this state of the episode away; a later `changedAt` is something new. */
export function isHidden(
  episode: Pick<Episode, 'id' | 'changedAt'>,
  hidden: readonly HiddenEpisode[],
): boolean {
  return hidden.some((entry) => entry.episode === episode.id && entry.changedAt >= episode.changedAt)
}

/** Whether an episode may show itself unasked: neither muted nor put away. `now` is wall clock, ms. */
export function isVisible(
  episode: Episode,
  mutes: readonly Mute[],
  hidden: readonly HiddenEpisode[],
  now: number,
): boolean {
  return !muteOf(muteKey(episode), mutes, now) && !isHidden(episode, hidden)
}

/** What of the settings decides which episodes there are for the trader. */
export type EpisodeFilter = Pick<Settings, 'venues' | 'watch' | 'ignore' | 'quotes' | 'leastTurnoverUsd'>

/**
 * Whether the trader wants to see an episode at all, in list, badge and notifications: one of a venue that is
 * switched on, not ignored, of a quote currency and a turnover that count. What is on the watch list always is,
 * and so is a whole market. Where the turnover is not known it is no reason to be silent.
 */
export function isWanted(
  episode: Episode,
  { venues, watch, ignore, quotes, leastTurnoverUsd }: EpisodeFilter,
): boolean {
  const { venue, base, quote, turnoverUsd = Infinity } = episode
  if (!venues.includes(venue)) return false
  if (base === null || quote === null) return true
  const key = pairKey({ venue, base, quote })
  if (watch.includes(key)) return true
  if (ignore.includes(key) || quotes?.includes(quote) === false) return false
  return turnoverUsd >= leastTurnoverUsd
}
