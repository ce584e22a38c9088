import type { CrossRate } from '../../market/cross-rate.ts'
import { type Anomaly, anomalies } from '../../market/episode.ts'
import { type Tier, tiers } from '../../market/tier.ts'
import { type MarketState, type VenueState, venueStateKinds } from '../../market/venue-state.ts'
import { type BrowserPart, browserParts } from '../browser-parts.ts'
import { isBoolean, isNumber, isString, listOf, oneOf, orAbsent, orNull, withFields } from './guards.ts'
import { type KeyCheckStep, keyCheckSteps } from './key-check-steps.ts'

// Type guards of the entries of stored lists. They check what a page would fail on, not every field: only the
// background writes, so invalid values come from an older version or a damaged browser profile.

export const isVenueState = withFields({
  venue: isString,
  kind: oneOf(venueStateKinds),
  receivedAt: orNull(isNumber),
  marketAt: orNull(isNumber),
  retryAt: orNull(isNumber),
  pairs: isNumber,
  dropped: isNumber,
  droppedShare: orAbsent(isNumber),
  droppedExample: orAbsent(isString),
  reason: orNull(isString),
}) as (value: unknown) => value is VenueState

export const isMarketState = withFields({
  venue: isString,
  at: isNumber,
  pairs: isNumber,
  down: isNumber,
  flat: isNumber,
  up: isNumber,
  median: isNumber,
  windowMs: isNumber,
}) as (value: unknown) => value is MarketState

export const isBrowserPart = oneOf(browserParts) as (value: unknown) => value is BrowserPart

export const isMute = withFields({
  pair: orNull(isString),
  until: orNull(isNumber),
  since: orAbsent(isNumber),
}) as (value: unknown) => value is { pair: string | null; until: number | null; since?: number }

export const isHiddenEpisode = withFields({
  episode: isString,
  changedAt: isNumber,
  officialAt: orAbsent(isNumber),
}) as (value: unknown) => value is { episode: string; changedAt: number; officialAt?: number }

export const isNotHelpful = withFields({
  episode: isString,
  kind: oneOf(anomalies),
  tier: oneOf(tiers),
  at: isNumber,
}) as (value: unknown) => value is { episode: string; kind: Anomaly; tier: Tier; at: number }

export const isKeyChecks = withFields({ episode: isString, done: listOf(oneOf(keyCheckSteps)) }) as (
  value: unknown,
) => value is { episode: string; done: KeyCheckStep[] }

export const isBannerRemoval = withFields({ site: isString, at: isNumber }) as (
  value: unknown,
) => value is { site: string; at: number }

export const isCrossRate = withFields({ usd: isNumber, until: isNumber, assumed: isBoolean }) as (
  value: unknown,
) => value is CrossRate
