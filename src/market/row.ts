import type { Listing } from './pair.ts'
import type { Notice } from './notice.ts'
import type { Tick } from './tick.ts'
import type { Trade } from './trade.ts'

/** Whether an asset can be moved onto and off a venue; null where the venue does not say. */
export interface AssetState {
  readonly type: 'asset'
  readonly asset: string
  readonly deposit: boolean | null
  readonly withdrawal: boolean | null
}

/** A refusal that came as a body, whatever the HTTP status. */
export interface WireError {
  readonly type: 'error'
  readonly message: string
}

/** One open-high-low-close bar. */
export interface Candle {
  readonly type: 'candle'
  /** Bar open, ms UTC. */
  readonly at: number
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  /** Units of the base. */
  readonly baseVolume: number
  /** Units of the quote. */
  readonly quoteVolume: number
  readonly count?: number
}

/** Anything a reader can make of a payload. */
export type Row = Tick | Trade | Listing | Notice | AssetState | Candle | WireError
