import type { CrossRates } from '../../market/cross-rate.ts'
import type { Episode } from '../../market/episode.ts'
import type { Official } from '../../market/official.ts'
import type { MarketState, VenueState } from '../../market/venue-state.ts'
import { isEpisodes } from './is-episodes.ts'
import {
  isCrossRates,
  isHiddenEpisodes,
  isMarketStates,
  isMutes,
  isVenueStates,
  isBannerRemovals,
} from './value-guards.ts'
import { isOfficials } from './is-officials.ts'
import { stored } from './stored.ts'

/** Every open episode and those settled in the last 24 h, worst first. */
export const episodes = stored<readonly Episode[]>('episodes', [], isEpisodes, true)

/** One entry per venue that is switched on. */
export const venues = stored<readonly VenueState[]>('venues', [], isVenueStates)

/** One market line per venue. */
export const markets = stored<readonly MarketState[]>('markets', [], isMarketStates)

/**
 * What each venue that is switched on says of itself. Its times are the venue's own. Written when something new is
 * said; when it was looked at may trail by a minute.
 */
export const officials = stored<readonly Official[]>('officials', [], isOfficials)

/** What currencies are worth in dollars, by live crosses; each says until when. */
export const crosses = stored<CrossRates>('crosses', {}, isCrossRates)

/** A pair (or, with null, everything) that shall not speak until a wall-clock time. */
export interface Mute {
  /** `pairKey`, or null for all pairs. */
  readonly pair: string | null
  /** Wall clock, ms; null means until unmuted. */
  readonly until: number | null
}
export const mutes = stored<readonly Mute[]>('mutes', [], isMutes)

/** A site whose page would not have the banner, and when it last said so (wall clock, ms). */
export interface BannerRemoval {
  readonly site: string
  readonly at: number
}
export const bannerRemovals = stored<readonly BannerRemoval[]>('yielded', [], isBannerRemovals)

/** "Hide until something new": the state of an episode that the trader has seen and put away. */
export interface HiddenEpisode {
  readonly episode: string
  /** `Episode.changedAt` when it was hidden: a later value shows the banner again. */
  readonly changedAt: number
}
export const hidden = stored<readonly HiddenEpisode[]>('hidden', [], isHiddenEpisodes)
