import type { Episode } from '../market/episode.ts'
import { pairKey } from '../market/pair.ts'
import type { Hidden, Mute } from './items.ts'

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
export function isHidden(episode: Pick<Episode, 'id' | 'changedAt'>, hidden: readonly Hidden[]): boolean {
  return hidden.some((entry) => entry.episode === episode.id && entry.changedAt >= episode.changedAt)
}

/** Whether an episode may show itself unasked: neither muted nor put away. `now` is wall clock, ms. */
export function visible(
  episode: Episode,
  mutes: readonly Mute[],
  hidden: readonly Hidden[],
  now: number,
): boolean {
  return !muteOf(muteKey(episode), mutes, now) && !isHidden(episode, hidden)
}
