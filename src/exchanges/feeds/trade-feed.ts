import type { Listing } from '../../market/pair.ts'
import type { RestCall } from './rest-call.ts'
import type { StreamCall } from './stream-call.ts'

/** What the exchange allows of subscriptions; an absent limit is none. */
export interface SubscriptionLimits {
  /** Most pairs on one connection. */
  readonly maxPairs?: number
  /** Most pairs in one frame. */
  readonly maxPairsPerFrame?: number
  /** Shortest time (ms) between two frames of ours. */
  readonly minGapMs?: number
  /** A frame replaces all earlier subscriptions, so each names every pair. */
  readonly replacesAll?: true
}

/** The trades of single pairs: one back-fill, then the stream. */
export interface TradeFeed {
  backfill(symbol: string): RestCall
  /**
   * One-minute candles of the last hours, for a pair without a baseline; null where none are read. `now` (ms UTC) is for
   * venues that must be told since when.
   */
  history(symbol: string, now: number): RestCall | null
  readonly stream: StreamCall
  /** The feed to use while no ticket is issued for `stream`. */
  readonly withoutTicket?: TradeFeed
  readonly limits?: SubscriptionLimits
  /**
   * The stream's name for a pair, where it differs from the symbol. Without `listing` it is a guess by the symbol: the
   * pair is not in the exchange's list, or the list is not known yet.
   */
  streamSymbol?(symbol: string, listing?: Listing): string
  /**
   * Whether a message repeats a trade from before the subscription. Where a frame replaces all subscriptions,
   * every frame is followed by such messages.
   */
  isSnapshot?(message: unknown): boolean
  /** The frame that starts the trades of these pairs, by their names in the stream. `at`: when it is sent, ms UTC. */
  subscribe(names: readonly string[], id: number, at: number): unknown
  /** The frame that stops them; null where the exchange has no such frame. */
  unsubscribe(names: readonly string[], id: number, at: number): unknown
}
