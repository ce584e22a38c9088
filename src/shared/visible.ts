import { siteOf } from '../exchanges/registry.ts'
import { exchangeIdOf, marketOf } from '../market/venue-id.ts'
import { elapsedMs } from '../market/elapsed.ts'
import type { Episode } from '../market/episode.ts'
import { pairKey } from '../market/pair.ts'
import type { HiddenEpisode, Mute } from './storage/items.ts'
import type { Settings } from './settings/settings.ts'

/** Value of `Mute.pair` that mutes this episode: its `pairKey`, or `venue:*` for a market-wide episode. */
export function muteKey(episode: Pick<Episode, 'venue' | 'base' | 'quote'>): string {
  const { venue, base, quote } = episode
  return base === null || quote === null ? `${venue}:*` : pairKey({ venue, base, quote })
}

/**
 * The mute that applies to a key now, or undefined.
 *
 * @param now wall clock, ms: mutes end by the local clock, not by market time
 */
export function muteOf(key: string, mutes: readonly Mute[], now: number): Mute | undefined {
  return mutes.find((mute) => (mute.pair === null || mute.pair === key) && isMuting(mute, now))
}

/** Whether a mute has not ended; where the clock was set back, it ends after its own length. `now`: wall clock, ms. */
export function isMuting({ until, since }: Mute, now: number): boolean {
  const from = since ?? now
  return until === null || elapsedMs(from, now) < until - from
}

/** Whether the trader has hidden this state of the episode. A later `changedAt` shows it again. */
export function isHidden(
  episode: Pick<Episode, 'id' | 'changedAt'>,
  hidden: readonly HiddenEpisode[],
): boolean {
  return hidden.some((entry) => entry.episode === episode.id && entry.changedAt >= episode.changedAt)
}

/** Whether an episode is neither muted nor hidden. `now`: wall clock, ms. */
export function isVisible(
  episode: Episode,
  mutes: readonly Mute[],
  hidden: readonly HiddenEpisode[],
  now: number,
): boolean {
  return !muteOf(muteKey(episode), mutes, now) && !isHidden(episode, hidden)
}

/** Whether that market is watched where its exchange is switched on: always the one that alone is read. */
export const isMarketOn = (venue: string, perpetuals: boolean): boolean =>
  perpetuals || marketOf(venue) === 'spot' || siteOf(venue)?.hasSpot === false

/** The settings that select the episodes to show. */
export type EpisodeFilter = Pick<
  Settings,
  'venues' | 'perpetuals' | 'watch' | 'ignore' | 'quotes' | 'leastTurnoverUsd'
>

/**
 * Whether an episode passes the trader's filters for list, badge and notifications: its venue is on, its pair is
 * not ignored, its quote currency is selected and its turnover is large enough. Pairs on the watch list and
 * market-wide episodes pass if their venue is on. An unknown turnover counts as large enough.
 */
export function isWanted(
  episode: Episode,
  { venues, perpetuals, watch, ignore, quotes, leastTurnoverUsd }: EpisodeFilter,
): boolean {
  const { venue, base, quote, turnoverUsd = Infinity } = episode
  if (!venues.includes(exchangeIdOf(venue)) || !isMarketOn(venue, perpetuals)) return false
  if (base === null || quote === null) return true
  const key = pairKey({ venue, base, quote })
  if (watch.includes(key)) return true
  if (ignore.includes(key) || quotes?.includes(quote) === false) return false
  return turnoverUsd >= leastTurnoverUsd
}
