import type { MarketState } from '../../market/venue-state.ts'
import type { Running } from '../episode/running-episode.ts'

/** What the engine knows of the market as a whole. */
export interface Market {
  judgedAt: number
  state: MarketState | null
  episode: Running | null
  /** The newest episode that has ended: what follows within hours may be the same move, after a pause. */
  past: Running | null
  /** Price in dollars of each pair from which an episode is measured, by the episode's id: of these two at most. */
  readonly anchors: Map<string, Map<string, number>>
  /** Since when the middle pair has been lower by what makes a slow fall; null while it is not. */
  lowSince: number | null
}

export function newMarket(): Market {
  return { judgedAt: 0, state: null, episode: null, past: null, anchors: new Map(), lowSince: null }
}
