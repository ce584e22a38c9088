import type { VenueState } from '../../market/venue-state.ts'
import type { Refusal } from '../storage/refusal.ts'

/** When tickers that were understood last arrived, by stream and by poll. Wall clock, ms; 0 for never. */
export interface FeedHealth {
  startedAt: number
  streamedAt: number
  polledAt: number
  /** Rows left out, see `VenueState`. */
  dropped: number
  /** What the newest poll lacked, short and technical; null or absent where it was whole. */
  lacking?: string | null
}

/** A stream silent for so long (ms) is dead, whatever the state of its socket. */
export const maxSilenceMs = 12_000
/** So long (ms) after the last answer nobody knows what the venue does, however seldom it is polled. */
export const maxPollSilenceMs = 15_000

/**
 * Once a second: where the wall clock was set back, what lies ahead of it counts as received now. Silence is then
 * noticed late by no more than its own length, not only once the old time has come again.
 */
export function healTimes(health: FeedHealth, now: number): void {
  health.startedAt = Math.min(health.startedAt, now)
  health.streamedAt = Math.min(health.streamedAt, now)
  health.polledAt = Math.min(health.polledAt, now)
}

/** Whether the stream has been silent too long, counted from the start where nothing ever came. */
export function isSilent(health: FeedHealth, now: number): boolean {
  return now - Math.max(health.streamedAt, health.startedAt) > maxSilenceMs
}

/**
 * The state of a venue's feed. Arriving data outrank a refusal: the stream may run while REST is refused.
 *
 * @param pollMs period of polls
 */
export function feedStateOf(
  health: FeedHealth,
  refusal: Refusal | null,
  pollMs: number,
  now: number,
): Pick<VenueState, 'kind' | 'receivedAt' | 'retryAt' | 'reason' | 'dropped'> {
  const isLive = now - health.streamedAt < maxSilenceMs
  const isPolling = now - health.polledAt < Math.min(2.5 * pollMs, maxPollSilenceMs)
  const receivedAt = Math.max(health.streamedAt, health.polledAt) || null
  const isStarting = receivedAt === null && !isSilent(health, now)
  return {
    kind: isLive ? 'live' : isPolling ? 'polling' : (refusal?.kind ?? (isStarting ? 'connecting' : 'stale')),
    receivedAt,
    retryAt: isLive || isPolling || !refusal || refusal.retryAt <= now ? null : refusal.retryAt,
    reason: isLive ? null : (refusal?.reason ?? ((isPolling && health.lacking) || null)),
    dropped: health.dropped,
  }
}
