import type { Episode } from '../market/episode.ts'
import type { Official } from '../market/official.ts'
import type { MarketState, VenueState } from '../market/venue-state.ts'
import {
  episodes,
  markets,
  mutes,
  officials,
  venues,
  bannerRemovals,
  type Mute,
  type BannerRemoval,
} from '../shared/storage/items.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { settings } from '../shared/settings/settings-item.ts'
import { isWanted } from '../shared/visible.ts'

/** Everything the popup shows. */
export interface Facts {
  /** Those that the trader wants to see at all. */
  readonly episodes: readonly Episode[]
  readonly venues: readonly VenueState[]
  readonly markets: readonly MarketState[]
  readonly mutes: readonly Mute[]
  /** Sites whose pages would not have the banner. */
  readonly yielded: readonly BannerRemoval[]
  /** What venues say of themselves. */
  readonly officials: readonly Official[]
  readonly settings: Settings
}

/**
 * Follows the stored values and hands over the facts whenever they are complete: the first
 * time after seven reads of storage, without waking or waiting for the worker.
 */
export function followFacts(callback: (facts: Facts) => void): void {
  let known: Partial<Facts> = {}
  const learn = (part: Partial<Facts>) => {
    known = { ...known, ...part }
    const { episodes, venues, markets, mutes, yielded, officials, settings } = known
    if (!episodes || !venues || !markets || !mutes || !yielded || !officials || !settings) return
    const wanted = episodes.filter((episode) => isWanted(episode, settings))
    callback({ episodes: wanted, venues, markets, mutes, yielded, officials, settings })
  }
  episodes.follow((value) => learn({ episodes: value }))
  venues.follow((value) => learn({ venues: value }))
  markets.follow((value) => learn({ markets: value }))
  mutes.follow((value) => learn({ mutes: value }))
  officials.follow((value) => learn({ officials: value }))
  bannerRemovals.follow((value) => learn({ yielded: value }))
  settings.follow((value) => learn({ settings: value }))
}
