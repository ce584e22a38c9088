import type { MarketState } from '../market/venue-state.ts'
import type { Running } from './running.ts'

/** What the engine knows of the market as a whole. */
export interface Market {
  judgedAt: number
  state: MarketState | null
  episode: Running | null
  /** The newest episode that has settled: what follows within hours is the same move, after a pause. */
  past: Running | null
  /** Price in dollars of each pair from which the newest episode is measured. */
  readonly anchors: Map<string, number>
}

export function newMarket(): Market {
  return { judgedAt: 0, state: null, episode: null, past: null, anchors: new Map() }
}
