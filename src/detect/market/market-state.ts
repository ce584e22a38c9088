import type { MarketState } from '../../market/venue-state.ts'
import type { RunningEpisode } from '../episode/running-episode.ts'

/** A venue's market as a whole: its line, and its episode. */
export interface MarketCase {
  /** When it was last judged, market time, ms. */
  judgedAt: number
  /** The market line; null while too few coins trade. */
  state: MarketState | null
  episode: RunningEpisode | null
  /** The newest episode that has ended: what follows within hours may be the same move after a pause. */
  past: RunningEpisode | null
  /** Dollar price of each pair from which an episode is measured, by the episode's id: of these two at most. */
  readonly anchors: Map<string, Map<string, number>>
  /** Since when the median pair has been lower by what makes a slow fall; null while it is not. */
  lowSince: number | null
}

export function emptyMarketCase(): MarketCase {
  return { judgedAt: 0, state: null, episode: null, past: null, anchors: new Map(), lowSince: null }
}
