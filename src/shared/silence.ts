import { elapsedMs } from '../market/elapsed.ts'
import type { VenueState } from '../market/venue-state.ts'

/** A stopped worker cannot mark its data as stale: readers treat data older than this as stale, ms. */
export const silentAfterMs = 45_000
/** For a venue with a longer interval between data: the same limit as a number of intervals. */
const silentAfterIntervals = 2.5

/** Kinds without incoming data. */
const silentKinds: readonly VenueState['kind'][] = [
  'stale',
  'unreadable',
  'blocked',
  'rate-limited',
  'no-permission',
  'off',
]

/** The newer of two states of a venue: a live message may be newer or older than the stored value. */
export function newerState(a: VenueState | undefined, b: VenueState | undefined): VenueState | undefined {
  if (!a || !b) return a ?? b
  return (b.receivedAt ?? 0) > (a.receivedAt ?? 0) ? b : a
}

/**
 * How long a venue has sent no data.
 *
 * @param now wall clock, ms
 * @returns ms; null if it never sent data; undefined while its data is current
 */
export function silenceOf(venue: VenueState | undefined, now: number): number | null | undefined {
  if (!venue) return undefined
  const age = venue.receivedAt === null ? null : elapsedMs(venue.receivedAt, now)
  if (silentKinds.includes(venue.kind)) return age
  return age !== null && age > Math.max(silentAfterMs, silentAfterIntervals * (venue.everyMs ?? 0))
    ? age
    : undefined
}
