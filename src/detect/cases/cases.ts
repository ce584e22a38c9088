import { emptyMarketCase, type MarketCase } from '../market/market-state.ts'
import type { OfficialStatus } from './official-status.ts'

/**
 * What the episodes of a venue go by besides its market data. Episodes of single
 * pairs hang on their `PairState`.
 */
export interface Cases {
  /** The venue's market as a whole. */
  readonly market: MarketCase
  /** When the phases of running episodes were last brought up to date, market time, ms. */
  phasesUpdatedAt: number
  /** What the venue states officially; absent until a source has answered. */
  officialStatus?: OfficialStatus
}

/** No episode runs, and nothing is known of the venue's own statements. */
export function emptyCases(): Cases {
  return { market: emptyMarketCase(), phasesUpdatedAt: 0 }
}
