import type { CrossRates } from '../../market/cross-rate.ts'
import type { Anomaly, Episode } from '../../market/episode.ts'
import type { Official } from '../../market/official.ts'
import type { Tier } from '../../market/tier.ts'
import type { MarketState, VenueState } from '../../market/venue-state.ts'
import type { BrowserPart } from '../browser-parts.ts'
import { isEpisode } from './is-episode.ts'
import { readOfficials } from './read-officials.ts'
import type { KeyCheckStep } from './key-check-steps.ts'
import { stored, validEntries, validValues } from './stored.ts'
import {
  isBannerRemoval,
  isBrowserPart,
  isCrossRate,
  isHiddenEpisode,
  isKeyChecks,
  isMarketState,
  isMute,
  isNotHelpful,
  isVenueState,
} from './value-guards.ts'

/** All open episodes and those settled in the last 24 h, worst first. */
export const episodes = stored<readonly Episode[]>('episodes', validEntries(isEpisode), true)

/** Feed state of each venue that is switched on. */
export const venues = stored<readonly VenueState[]>('venues', validEntries(isVenueState))

/** Market summary of each venue. */
export const markets = stored<readonly MarketState[]>('markets', validEntries(isMarketState))

/**
 * Official statements of each venue that is switched on, in venue time. Written when a statement changes; times of
 * checks may lag by a minute.
 */
export const officials = stored<readonly Official[]>('officials', readOfficials)

/** Values of currencies in US dollars, from live cross rates; each has an expiry time. */
export const crosses = stored<CrossRates>('crosses', validValues(isCrossRate))

/** Parts of the browser that do not answer now: what depends on them is off. */
export const unanswered = stored<readonly BrowserPart[]>('unanswered', validEntries(isBrowserPart))

/** A pair (or, if null, all pairs) muted until a wall-clock time. */
export interface Mute {
  /** `pairKey`, or null for all pairs. */
  readonly pair: string | null
  /** Wall clock, ms; null means until unmuted. */
  readonly until: number | null
  /** When it was set, wall clock, ms; absent where version 0.1.0 stored it. */
  readonly since?: number
}

export const mutes = stored<readonly Mute[]>('mutes', validEntries(isMute))

/** A site whose pages keep removing or hiding the banner. */
export interface BannerRemoval {
  /** Host name. */
  readonly site: string
  /** Wall clock, ms, of the last report. */
  readonly at: number
}

export const bannerRemovals = stored<readonly BannerRemoval[]>('yielded', validEntries(isBannerRemoval))

/** "Hide until it gets worse": the state of an episode that the trader has hidden. */
export interface HiddenEpisode {
  /** Id of the episode or statement. */
  readonly episode: string
  /** `Episode.changedAt` when it was hidden: the banner is shown again, as a chip, once it is later. */
  readonly changedAt: number
  /** Time of the newest official word then, 0 before the first: a later one shows the card. Absent: not known. */
  readonly officialAt?: number
}

export const hidden = stored<readonly HiddenEpisode[]>('hidden', validEntries(isHiddenEpisode))

/** An episode that the trader found not helpful. */
export interface NotHelpful {
  readonly episode: string
  /** What it was, and its tier, when the trader said so. */
  readonly kind: Anomaly
  readonly tier: Tier
  /** Wall clock, ms. */
  readonly at: number
}

/** Newest first. */
export const notHelpful = stored<readonly NotHelpful[]>('notHelpful', validEntries(isNotHelpful))

/** Which steps of what to check the trader has done. */
export interface KeyChecks {
  /** Id of the episode, or of the venue whose keys a statement is about. */
  readonly episode: string
  readonly done: readonly KeyCheckStep[]
}

/** The last changed first. */
export const keyChecks = stored<readonly KeyChecks[]>('keyChecks', validEntries(isKeyChecks))
