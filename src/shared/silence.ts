import type { VenueState } from '../market/venue-state.ts'

/** A worker that died cannot say that its data are stale: after this long without news we say it, ms. */
export const silentAfterMs = 45_000
/** Of a venue that speaks less often than that: after so many of its own spacings. */
const silentAfterIntervals = 2.5

/** Kinds that mean no data come. */
const silentKinds: readonly VenueState['kind'][] = [
  'stale',
  'blocked',
  'rate-limited',
  'no-permission',
  'off',
]

/** The newer of two states of a venue: the live message may be ahead of the stored value, or behind it. */
export function newerState(a: VenueState | undefined, b: VenueState | undefined): VenueState | undefined {
  if (!a || !b) return a ?? b
  return (b.receivedAt ?? 0) > (a.receivedAt ?? 0) ? b : a
}

/**
 * How long a venue has been silent in ms of wall clock, null where it never spoke, or
 * undefined while its data count as present.
 */
export function silenceOf(venue: VenueState | undefined, now: number): number | null | undefined {
  if (!venue) return undefined
  const age = venue.receivedAt === null ? null : now - venue.receivedAt
  if (silentKinds.includes(venue.kind)) return age
  return age !== null && age > Math.max(silentAfterMs, silentAfterIntervals * (venue.everyMs ?? 0))
    ? age
    : undefined
}
