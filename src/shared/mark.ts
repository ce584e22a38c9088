import type { Episode } from '../market/episode.ts'
import type { Tier } from '../market/tier.ts'
import type { VenueState } from '../market/venue-state.ts'
import { silenceOf } from './silence.ts'
import type { Mute } from './storage/items.ts'
import { worstTier } from './worst-tier.ts'

/** What the mark shows, on the toolbar and in the popup: the worst tier, none (`calm`), or that no data arrive. */
export type StateMark = Tier | 'calm' | 'offline'

/**
 * The mark of the present state: the worst tier of all open episodes that are not muted, for missing data take no
 * warning back; without one, whether any venue sends data. `now` is wall clock, ms.
 */
export function markOf(
  episodes: readonly Episode[],
  venues: readonly VenueState[],
  mutes: readonly Mute[],
  now: number,
): StateMark {
  const isOffline = venues.length > 0 && venues.every((venue) => silenceOf(venue, now) !== undefined)
  return worstTier(episodes, mutes, now) ?? (isOffline ? 'offline' : 'calm')
}
