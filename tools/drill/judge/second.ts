import type { VenueState } from '../../../src/market/venue-state.ts'

/** A venue at one moment. All times are ms from the beginning of the pump. */
export interface Second {
  readonly atMs: number
  readonly kind: VenueState['kind']
  readonly reason: string | null
  /** When it last received tickers by its own account, wall clock; null: never. */
  readonly receivedMs: number | null
  /** The newest trade of the rising coin that the engine holds, market time; null: none. */
  readonly tradedMs: number | null
}
