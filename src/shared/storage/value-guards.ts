import type { CrossRates } from '../../market/cross-rate.ts'
import { type MarketState, type VenueState, venueStateKinds } from '../../market/venue-state.ts'
import {
  isBoolean,
  isNumber,
  isString,
  listOf,
  mapOf,
  oneOf,
  orAbsent,
  orNull,
  withFields,
} from './guards.ts'

// Type guards of stored values. They check what a page would fail on, not every field: only the background
// writes, so invalid values come from an older version or a damaged browser profile.

export const isVenueStates = listOf(
  withFields({
    venue: isString,
    kind: oneOf(venueStateKinds),
    receivedAt: orNull(isNumber),
    marketAt: orNull(isNumber),
    retryAt: orNull(isNumber),
    pairs: isNumber,
    dropped: isNumber,
    reason: orNull(isString),
  }),
) as (value: unknown) => value is readonly VenueState[]

export const isMarketStates = listOf(
  withFields({
    venue: isString,
    at: isNumber,
    pairs: isNumber,
    down: isNumber,
    flat: isNumber,
    up: isNumber,
    median: isNumber,
    windowMs: isNumber,
  }),
) as (value: unknown) => value is readonly MarketState[]

export const isMutes = listOf(
  withFields({ pair: orNull(isString), until: orNull(isNumber), since: orAbsent(isNumber) }),
) as (value: unknown) => value is readonly { pair: string | null; until: number | null; since?: number }[]

export const isHiddenEpisodes = listOf(withFields({ episode: isString, changedAt: isNumber })) as (
  value: unknown,
) => value is readonly { episode: string; changedAt: number }[]

export const isBannerRemovals = listOf(withFields({ site: isString, at: isNumber })) as (
  value: unknown,
) => value is readonly { site: string; at: number }[]

export const isCrossRates = mapOf(withFields({ usd: isNumber, until: isNumber, assumed: isBoolean })) as (
  value: unknown,
) => value is CrossRates
