import type { CrossRates } from '../../market/cross-rate.ts'
import type { MarketState, VenueState } from '../../market/venue-state.ts'
import { isFlag, isNumber, isText, listOf, mapOf, oneOf, orNull, withFields } from './guards.ts'

// Guards for stored values. They check what a page would stumble over, not every field:
// the background is the only writer, so damage means an older version or a broken profile.

const states: readonly VenueState['kind'][] = [
  'connecting',
  'live',
  'polling',
  'stale',
  'blocked',
  'rate-limited',
  'no-permission',
  'off',
]

export const isVenues = listOf(
  withFields({
    venue: isText,
    kind: oneOf(states),
    receivedAt: orNull(isNumber),
    marketAt: orNull(isNumber),
    retryAt: orNull(isNumber),
    pairs: isNumber,
    dropped: isNumber,
    reason: orNull(isText),
  }),
) as (value: unknown) => value is readonly VenueState[]

export const isMarkets = listOf(
  withFields({
    venue: isText,
    at: isNumber,
    pairs: isNumber,
    down: isNumber,
    flat: isNumber,
    up: isNumber,
    median: isNumber,
    windowMs: isNumber,
  }),
) as (value: unknown) => value is readonly MarketState[]

export const isMutes = listOf(withFields({ pair: orNull(isText), until: orNull(isNumber) })) as (
  value: unknown,
) => value is readonly { pair: string | null; until: number | null }[]

export const isHidden = listOf(withFields({ episode: isText, changedAt: isNumber })) as (
  value: unknown,
) => value is readonly { episode: string; changedAt: number }[]

export const isYielded = listOf(withFields({ site: isText, at: isNumber })) as (
  value: unknown,
) => value is readonly { site: string; at: number }[]

export const isCrosses = mapOf(withFields({ usd: isNumber, until: isNumber, assumed: isFlag })) as (
  value: unknown,
) => value is CrossRates
