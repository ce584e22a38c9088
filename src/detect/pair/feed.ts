import type { PairState } from './pair-state.ts'
import { isCounted } from './tables/rolling-figures.ts'
import { liveTape } from './trade-feed.ts'

/**
 * The data a pair is scored from: its trades (`tape`), a ticker every second with or without a count of trades,
 * or a ticker polled every 5, 10 or 60 s. Each has its own model, because each carries different information.
 */
export type Feed = 'tape' | 'screen' | 'screenNoCount' | 'poll5' | 'poll10' | 'poll60'

/** Weight of the newest spacing in the exponentially weighted mean. */
const alpha = 0.1

/** The mean time between frames, ms: exponentially weighted, starting with the first one; 0 while unknown. */
export function typicalSpacing(known: number, newest: number): number {
  return known === 0 ? newest : known + alpha * (newest - known)
}

/** The feed of a pair: by whether its trades arrive, the spacing of its ticker, and what that carries. */
export function feedOf(pair: PairState, spacingMs: number): Feed {
  if (liveTape(pair)) return 'tape'
  // Geometric means of the spacings that the models were trained at (1, 5, 10, 60 s), rounded.
  if (spacingMs > 24_000) return 'poll60'
  if (spacingMs > 7_000) return 'poll10'
  if (spacingMs > 2_500) return 'poll5'
  return isCounted(pair.tables.rolling, pair.row) ? 'screen' : 'screenNoCount'
}
