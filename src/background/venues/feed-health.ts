import type { VenueState } from '../../market/venue-state.ts'
import type { Refusal } from '../storage/refusal.ts'
import { createRowTally, type RowTally } from './row-tally.ts'

/** When tickers that were understood last arrived, by stream and by poll. Wall clock, ms; 0 for never. */
export interface FeedHealth {
  startedAt: number
  streamedAt: number
  polledAt: number
  /** When a message with tickers last came of which nothing, or next to nothing, could be read. */
  unreadAt: number
  /** Rows left out, see `VenueState`. */
  dropped: number
  /** What the newest poll lacked, short and technical; null or absent where it was whole. */
  lacking?: string | null
  /** The rows of each way on which data come. */
  readonly tallies: Readonly<Record<'stream' | 'poll' | 'trades' | 'list' | 'contracts', RowTally>>
}

/** @param startedAt wall clock, ms */
export function createFeedHealth(startedAt: number): FeedHealth {
  const tallies = {
    stream: createRowTally(),
    poll: createRowTally(),
    trades: createRowTally(),
    list: createRowTally(),
    contracts: createRowTally(),
  }
  return { startedAt, streamedAt: 0, polledAt: 0, unreadAt: 0, dropped: 0, tallies }
}

/** A stream silent for so long (ms) is dead, whatever the state of its socket. */
export const maxSilenceMs = 12_000
/** So long (ms) after the last answer nobody knows what the venue does, however seldom it is polled. */
export const maxPollSilenceMs = 15_000
/** A poll whose answer was not understood is tried again within so long, ms: until then it stands for the present. */
const maxUnreadMs = 60_000
/** Of a text in a state so many characters are kept: what a venue says may be megabytes. */
const maxReasonLength = 200

/**
 * Once a second: where the wall clock was set back, what lies ahead of it counts as received now. Silence is then
 * noticed late by no more than its own length, not only once the old time has come again.
 */
export function healTimes(health: FeedHealth, now: number): void {
  health.startedAt = Math.min(health.startedAt, now)
  health.streamedAt = Math.min(health.streamedAt, now)
  health.polledAt = Math.min(health.polledAt, now)
  health.unreadAt = Math.min(health.unreadAt, now)
}

/** Whether the stream has been silent too long, counted from the start where nothing ever came. */
export function isSilent(health: FeedHealth, now: number): boolean {
  return now - Math.max(health.streamedAt, health.startedAt) > maxSilenceMs
}

/**
 * The state of a venue's feed. Arriving data outrank a refusal: the stream may run while REST is refused. That the
 * venue says when it will answer again outranks that what came before was not understood.
 *
 * @param pollMs period of polls
 */
export function feedStateOf(
  health: FeedHealth,
  refusal: Refusal | null,
  pollMs: number,
  now: number,
): Pick<
  VenueState,
  'kind' | 'receivedAt' | 'retryAt' | 'reason' | 'dropped' | 'droppedShare' | 'droppedExample'
> {
  const isLive = now - health.streamedAt < maxSilenceMs
  const isPolling = now - health.polledAt < Math.min(2.5 * pollMs, maxPollSilenceMs)
  const reason = isLive ? null : (refusal?.reason ?? ((isPolling && health.lacking) || null))
  return {
    kind: isLive ? 'live' : isPolling ? 'polling' : kindWithoutData(health, refusal, now),
    receivedAt: Math.max(health.streamedAt, health.polledAt) || null,
    retryAt: isLive || isPolling || !refusal || refusal.retryAt <= now ? null : refusal.retryAt,
    reason: reason && reason.slice(0, maxReasonLength),
    dropped: health.dropped,
    ...droppedRowsOf(health, now),
  }
}

function kindWithoutData(health: FeedHealth, refusal: Refusal | null, now: number): VenueState['kind'] {
  if (refusal && refusal.kind !== 'stale') return refusal.kind
  const receivedAt = Math.max(health.streamedAt, health.polledAt)
  if (health.unreadAt > receivedAt && now - health.unreadAt < maxUnreadMs) return 'unreadable'
  return refusal || receivedAt > 0 || isSilent(health, now) ? 'stale' : 'connecting'
}

/** Of the ways on which rows were dropped in the last minutes, the one that lost the largest share. */
function droppedRowsOf(
  { tallies }: FeedHealth,
  now: number,
): Pick<VenueState, 'droppedShare' | 'droppedExample'> {
  const [worst] = Object.values(tallies)
    .map(({ droppedShare, example }) => ({ share: droppedShare(now), example }))
    .sort((a, b) => b.share - a.share)
  if (!worst || worst.share === 0) return {}
  return { droppedShare: worst.share, ...(worst.example && { droppedExample: worst.example }) }
}
