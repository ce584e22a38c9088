import type { PairState } from './pair-state.ts'
import { isCounted } from './rolling-figures.ts'

/**
 * What a pair is judged from. Each has a model of its own, because each sees something else: its trades
 * (`tape`), a ticker every second with or without a count of trades, a ticker polled every 5, 10 or 60 s.
 */
export type Feed = 'tape' | 'screen' | 'screenNoCount' | 'poll5' | 'poll10' | 'poll60'

/** Weight of the newest spacing in the mean. */
const alpha = 0.1

/** The typical time between frames, ms: an exponentially weighted mean, begun with the first; 0 is unknown. */
export function typicalSpacing(known: number, newest: number): number {
  return known === 0 ? newest : known + alpha * (newest - known)
}

/** The feed a pair is heard by: whether its trades are, how often its ticker comes, and what that carries. */
export function feedOf(pair: PairState, spacingMs: number): Feed {
  if (pair.tape) return 'tape'
  // Halfway, as ratios go, between the spacings that models were trained at.
  if (spacingMs > 24_000) return 'poll60'
  if (spacingMs > 7_000) return 'poll10'
  if (spacingMs > 2_500) return 'poll5'
  return isCounted(pair.tables.rolling, pair.row) ? 'screen' : 'screenNoCount'
}
