import type { MarketState } from '../market/venue-state.ts'
import type { Running } from './running.ts'

/** What the engine knows of the market as a whole. */
export interface Market {
  judgedAt: number
  state: MarketState | null
  episode: Running | null
  /** Price of each pair from which the running episode is measured. */
  readonly anchors: Map<string, number>
}

export function newMarket(): Market {
  return { judgedAt: 0, state: null, episode: null, anchors: new Map() }
}
