import type { VenueState } from '../../../src/market/venue-state.ts'
import type { Tier } from '../../../src/market/tier.ts'

/** What one fault at one venue led to. */
export interface Row {
  readonly venue: string
  readonly fault: string
  /** The highest tier at which the rise was told; null: never told. */
  readonly tier: Tier | null
  /** How much later it was first told than without the fault, s; null: never told. */
  readonly delayS: number | null
  /** Alerts about anything but the rise that are not given without the fault. */
  readonly falseAlerts: number
  /** What the venue's state was during the fault, in order of appearance. */
  readonly states: readonly VenueState['kind'][]
  /** From the fault's end until the tickers are received again, and trades where they had ceased, s; null: never. */
  readonly recoveryS: number | null
  readonly ok: boolean
  /** What is wrong where it is not ok. */
  readonly wrong?: readonly string[]
}
