import type { PerpetualKind } from '../../../../src/exchanges/perpetual/perpetual-market.ts'

/** Time of receipt, where a payload names none. */
export const receivedAt = 1_700_000_000_000

/** A made-up payload of a perpetual market, and the rows that it holds. */
export interface PerpetualSample {
  readonly kind: PerpetualKind
  readonly payload: unknown
  readonly rows: readonly object[]
}

/** Made-up payloads of one venue. */
export interface PerpetualSamples {
  /** A reply that lists the contracts of the payloads. */
  readonly listing: unknown
  /** The contracts in it. */
  readonly listed: readonly object[]
  readonly payloads: readonly PerpetualSample[]
}
