import type { Episode } from '../market/episode.ts'
import type { MarketState, VenueState } from '../market/venue-state.ts'
import { episodes, markets, mutes, venues, type Mute } from '../shared/items.ts'

/** Everything the popup shows. */
export interface Facts {
  readonly episodes: readonly Episode[]
  readonly venues: readonly VenueState[]
  readonly markets: readonly MarketState[]
  readonly mutes: readonly Mute[]
}

/**
 * Follows the stored values and hands over the facts whenever they are complete: the first
 * time after four reads of storage, without waking or waiting for the worker.
 */
export function followFacts(callback: (facts: Facts) => void): void {
  let known: Partial<Facts> = {}
  const learn = (part: Partial<Facts>) => {
    known = { ...known, ...part }
    const { episodes, venues, markets, mutes } = known
    if (episodes && venues && markets && mutes) callback({ episodes, venues, markets, mutes })
  }
  episodes.follow((value) => learn({ episodes: value }))
  venues.follow((value) => learn({ venues: value }))
  markets.follow((value) => learn({ markets: value }))
  mutes.follow((value) => learn({ mutes: value }))
}
