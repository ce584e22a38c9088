export const venueStateKinds = [
  'connecting',
  'live',
  'polling',
  'stale',
  /** Messages arrive, and no row, or next to none, can be read: the venue may have changed their shape. */
  'unreadable',
  'blocked',
  'rate-limited',
  /** Switched on, but the browser has not granted access to its hosts. */
  'no-permission',
  'off',
] as const

/** What became of the pairs that a venue was asked to stream. */
export interface SubscriptionCounts {
  /** Pairs that the venue refuses. */
  readonly refused: number
  /** Pairs that were asked for in vain: the venue did not acknowledge them in time, or was busy. */
  readonly unanswered: number
  /** Refusals since the start that fit no frame of ours. */
  readonly unmatched: number
}

/** State of a venue's data feed, shown to the trader. Missing data is a state of its own, never an all-clear. */
export interface VenueState {
  readonly venue: string
  readonly kind: (typeof venueStateKinds)[number]
  /** Wall clock, ms, of the last valid data; null before the first. */
  readonly receivedAt: number | null
  /** Market time of that data, ms: all times of episodes are on this clock. */
  readonly marketAt: number | null
  /** Wall clock, ms, of the next attempt, if one is scheduled. */
  readonly retryAt: number | null
  /** Longest regular interval between data, ms, if known. */
  readonly everyMs?: number
  /** Number of pairs seen. */
  readonly pairs: number
  /** Rows left out since the start: invalid, ahead of their frame, or older than what was known. */
  readonly dropped: number
  /**
   * Share of the rows of the last five minutes that could not be read, 0–1, on the way (stream, polls, trades, list
   * of pairs) that lost most; absent where all could be.
   */
  readonly droppedShare?: number
  /** What was wrong with one of them: technical, not translated, at most 200 characters. */
  readonly droppedExample?: string
  /** Absent where no worker that counts them has reported. */
  readonly subscriptions?: SubscriptionCounts
  /** Short technical reason, e.g. `HTTP 429`. Not translated. */
  readonly reason: string | null
}

/** Summary of how a whole venue moves. */
export interface MarketState {
  readonly venue: string
  /** Market time, ms UTC. */
  readonly at: number
  /** Number of pairs counted. */
  readonly pairs: number
  /** Shares of those pairs; they sum to 1. */
  readonly down: number
  readonly flat: number
  readonly up: number
  /** Median return over `windowMs`, as a fraction. */
  readonly median: number
  readonly windowMs: number
  /**
   * How much of `windowMs` has been measured of at least half of the pairs, ms; absent where version 0.1.0 stored it.
   * What was not measured counts as if no price had changed.
   */
  readonly measuredMs?: number
}
