import type { VenueState } from '../../market/venue-state.ts'
import type { Refusal } from '../requests/request-queue.ts'

/** When a venue's data last came, by which way. Wall clock, ms; 0 for never. */
export interface Seen {
  readonly startedAt: number
  streamedAt: number
  polledAt: number
  dropped: number
}

/** A stream silent for so long (ms) is dead, whatever the socket says. */
export const silentMs = 12_000

/** Whether the stream has been silent too long, counted from the start where it never spoke. */
export function isSilent(seen: Seen, now: number): boolean {
  return now - Math.max(seen.streamedAt, seen.startedAt) > silentMs
}

/**
 * How a venue stands now. Data that come outrank a refusal: the stream may run while REST is refused.
 *
 * @param pollMs spacing of polls
 */
export function stateOf(
  seen: Seen,
  refusal: Refusal | null,
  pollMs: number,
  now: number,
): Pick<VenueState, 'kind' | 'receivedAt' | 'retryAt' | 'reason' | 'dropped'> {
  const live = now - seen.streamedAt < silentMs
  const polling = now - seen.polledAt < 2.5 * pollMs
  const receivedAt = Math.max(seen.streamedAt, seen.polledAt) || null
  const early = receivedAt === null && !isSilent(seen, now)
  return {
    kind: live ? 'live' : polling ? 'polling' : (refusal?.kind ?? (early ? 'connecting' : 'stale')),
    receivedAt,
    retryAt: live || polling || !refusal || refusal.retryAt <= now ? null : refusal.retryAt,
    reason: live ? null : (refusal?.reason ?? null),
    dropped: seen.dropped,
  }
}
