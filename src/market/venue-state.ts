/** How a venue's data reach us now. Shown to the trader; silence is a state, never an all-clear. */
export interface VenueState {
  readonly venue: string
  /** `no-permission`: switched on, but the browser does not let us ask. */
  readonly kind:
    'connecting' | 'live' | 'polling' | 'stale' | 'blocked' | 'rate-limited' | 'no-permission' | 'off'
  /** Wall-clock time (ms) of the last sound data; null before the first. */
  readonly receivedAt: number | null
  /** The venue's own time (ms) of that data: all episode times are on this clock. */
  readonly marketAt: number | null
  /** Wall-clock time (ms) of the next try, where one is waited for. */
  readonly retryAt: number | null
  /** How often data come at the slowest, ms, where that is said. */
  readonly everyMs?: number
  /** Pairs that have spoken. */
  readonly pairs: number
  /** Rows dropped as unsound since the start. */
  readonly dropped: number
  /** One short technical reason, e.g. `HTTP 429`. Not for translation. */
  readonly reason: string | null
}

/** The market line: what the whole venue does now. */
export interface MarketState {
  readonly venue: string
  /** Market time, ms UTC. */
  readonly at: number
  /** Pairs counted. */
  readonly pairs: number
  /** Shares of those pairs, summing to 1. */
  readonly down: number
  readonly flat: number
  readonly up: number
  /** Median return over `windowMs` as a fraction. */
  readonly median: number
  readonly windowMs: number
}
