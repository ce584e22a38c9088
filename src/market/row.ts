import type { Listing } from './pair.ts'
import type { Notice } from './notice.ts'
import type { Tick } from './tick.ts'
import type { Trade } from './trade.ts'

/** Whether deposits and withdrawals of an asset work at a venue; null if the venue does not say. */
export interface AssetState {
  readonly type: 'asset'
  readonly asset: string
  readonly deposit: boolean | null
  readonly withdrawal: boolean | null
}

/** An error reported in a response body, whatever the HTTP status. */
export interface WireError {
  readonly type: 'error'
  readonly message: string
}

/** One candle (OHLCV bar). */
export interface Candle {
  readonly type: 'candle'
  /** Opening time, ms UTC. */
  readonly at: number
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  /** Units of the base. */
  readonly baseVolume: number
  /** Units of the quote; absent where the venue does not say. */
  readonly quoteVolume?: number
  /** Number of trades. */
  readonly count?: number
}

/** Any value that can be parsed from a payload. */
export type Row = Tick | Trade | Listing | Notice | AssetState | Candle | WireError
