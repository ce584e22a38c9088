import type { Episode } from '../market/episode.ts'
import type { Official } from '../market/official.ts'
import type { MarketState, VenueState } from '../market/venue-state.ts'
import type { BrowserPart } from '../shared/browser-parts.ts'
import { followAll } from '../shared/storage/follow-all.ts'
import {
  episodes,
  markets,
  mutes,
  notHelpful,
  officials,
  unanswered,
  venues,
  bannerRemovals,
  type Mute,
  type NotHelpful,
  type BannerRemoval,
} from '../shared/storage/items.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { settings } from '../shared/settings/settings-item.ts'
import { isWanted } from '../shared/visible.ts'

/** Everything the popup shows. */
export interface PopupData {
  /** Only those that the settings let through. */
  readonly episodes: readonly Episode[]
  readonly venues: readonly VenueState[]
  readonly markets: readonly MarketState[]
  readonly mutes: readonly Mute[]
  /** Episodes that the trader found not helpful. */
  readonly notHelpful: readonly NotHelpful[]
  /** Sites whose pages keep removing or hiding the banner. */
  readonly removedBanners: readonly BannerRemoval[]
  /** Parts of the browser that do not answer the background. */
  readonly unanswered: readonly BrowserPart[]
  /** What each venue itself published. */
  readonly officials: readonly Official[]
  readonly settings: Settings
}

const items = {
  episodes,
  venues,
  markets,
  mutes,
  notHelpful,
  removedBanners: bannerRemovals,
  unanswered,
  officials,
  settings,
}

/** The data with what the background could not store in place of what is stored. */
export function withUnstored(data: PopupData, unstored: Partial<PopupData>): PopupData {
  const { episodes = data.episodes, ...others } = unstored
  const wanted = episodes.filter((episode) => isWanted(episode, data.settings))
  return { ...data, ...others, episodes: wanted }
}

/** Follows the stored values. The first call needs nine reads of storage, but not the worker. */
export function followPopupData(callback: (data: PopupData) => void): void {
  followAll<PopupData>(items, (data) => {
    const wanted = data.episodes.filter((episode) => isWanted(episode, data.settings))
    callback({ ...data, episodes: wanted })
  })
}
