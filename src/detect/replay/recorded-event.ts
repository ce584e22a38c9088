import type { Episode } from '../../market/episode.ts'
import type { OfficialStatus } from '../cases/official-status.ts'
import type { StrayPrice } from '../pair/observe.ts'
import type { Measurement } from '../score/measurement.ts'

/** The pair of a recorded event, and what its episode goes by besides the event. */
export interface RecordedPair {
  readonly symbol: string
  readonly base: string | null
  readonly quote: string | null
  /** When the pair or its venue last came back after a halt or a data gap, ms. */
  readonly openedAt: number
  /** Its usual turnover in a minute (quote) and USD per unit of the quote; null where either is not known. */
  readonly worth: { readonly usual: number; readonly usd: number } | null
}

/** The official status that was recorded last, and when, market time, ms. */
export interface RecordedStatus {
  readonly status: OfficialStatus
  readonly at: number
}

/**
 * Something measured that an episode goes by, at any sensitivity: `replay` makes the same episodes of the same
 * events as the engine did of the frames.
 */
export type RecordedEvent =
  | { readonly kind: 'measurement'; readonly pair: RecordedPair; readonly measurement: Measurement }
  | {
      readonly kind: 'stray-print'
      readonly pair: RecordedPair
      readonly print: StrayPrice
      readonly at: number
    }
  | { readonly kind: 'price-level'; readonly symbol: string; readonly at: number }
  /** The market as a whole is judged alike at every sensitivity. */
  | { readonly kind: 'market-wide'; readonly episode: Episode }
  /**
   * So many coins were sold at once, and these surged on a multiple of their share
   * of turnover, the largest first.
   */
  | {
      readonly kind: 'coins-sold'
      readonly sold: number
      readonly drawn: readonly string[]
      readonly at: number
    }
  /** The venue's own status was applied; `acts`: to episodes that may run. */
  | {
      readonly kind: 'official-status'
      readonly status: OfficialStatus
      readonly acts: boolean
      readonly at: number
    }
  /** Phases were brought up to date. */
  | { readonly kind: 'phases'; readonly at: number }
