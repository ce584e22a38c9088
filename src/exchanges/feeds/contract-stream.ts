import type { StreamCall } from './stream-call.ts'
import type { SubscriptionLimits } from './trade-feed.ts'

/** A connection of what a perpetual market tells besides tickers and trades. It subscribes by `handshake.frames`. */
export interface ContractStream extends StreamCall {
  /** What the exchange allows where `subscribe` is needed. */
  readonly limits?: SubscriptionLimits
  /** The frame that subscribes to these contracts, where no frame covers all. */
  subscribe?(symbols: readonly string[], id: number): unknown
}
