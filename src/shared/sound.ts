import * as v from 'valibot'
import type { CrossRates } from '../market/cross-rate.ts'
import type { MarketState, VenueState } from '../market/venue-state.ts'

// Guards for stored values. They check what a page would stumble over, not every field:
// the background is the only writer, so damage means an older version or a broken profile.

const finite = v.pipe(v.number(), v.finite())

const venue = v.looseObject({
  venue: v.string(),
  kind: v.picklist([
    'connecting',
    'live',
    'polling',
    'stale',
    'blocked',
    'rate-limited',
    'no-permission',
    'off',
  ]),
  receivedAt: v.nullable(finite),
  marketAt: v.nullable(finite),
  retryAt: v.nullable(finite),
  pairs: finite,
  dropped: finite,
  reason: v.nullable(v.string()),
})

const market = v.looseObject({
  venue: v.string(),
  at: finite,
  pairs: finite,
  down: finite,
  flat: finite,
  up: finite,
  median: finite,
  windowMs: finite,
})

export const isVenues = (value: unknown): value is readonly VenueState[] => v.is(v.array(venue), value)
export const isMarkets = (value: unknown): value is readonly MarketState[] => v.is(v.array(market), value)
export const isMutes = (value: unknown): value is readonly { pair: string | null; until: number | null }[] =>
  v.is(v.array(v.object({ pair: v.nullable(v.string()), until: v.nullable(finite) })), value)
export const isHidden = (value: unknown): value is readonly { episode: string; changedAt: number }[] =>
  v.is(v.array(v.object({ episode: v.string(), changedAt: finite })), value)
export const isYielded = (value: unknown): value is readonly { site: string; at: number }[] =>
  v.is(v.array(v.object({ site: v.string(), at: finite })), value)
export const isCrosses = (value: unknown): value is CrossRates =>
  v.is(v.record(v.string(), v.object({ usd: finite, until: finite, assumed: v.boolean() })), value)
