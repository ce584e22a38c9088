import type { Engine } from '../../../src/detect/engine-state.ts'
import { quietUntil, takeTicks } from '../../../src/detect/engine.ts'
import { takeBackfill, takeTrades } from '../../../src/detect/take-trades.ts'
import { followedSymbols, dropTape } from '../../../src/detect/pair/followed-pairs.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import type { Episode } from '../../../src/market/episode.ts'
import type { Listing } from '../../../src/market/pair.ts'
import type { Tick } from '../../../src/market/tick.ts'
import type { Trade } from '../../../src/market/trade.ts'

/**
 * The engine of src/detect with its state, as a replay drives it. `at` is market time, ms UTC; methods that take
 * data return the changed episodes.
 */
export interface Detector {
  /** Registers pairs: unnamed symbols are never reported. */
  list(listings: readonly Listing[]): void
  ticks(ticks: readonly Tick[], at: number): readonly Episode[]
  trades(symbol: string, trades: readonly Trade[], at: number): readonly Episode[]
  backfill(symbol: string, trades: readonly Trade[], at: number): readonly Episode[]
  /** Symbols whose trades the engine wants. */
  follows(): readonly string[]
  unfollow(symbol: string): void
  /** Until when frames without ticks change nothing, ms UTC; engine.ts. */
  quietUntil(): number
}

/** An engine as a replay drives it. */
export function detectorOf(engine: Engine): Detector {
  return {
    list: (listings) => listPairs(engine.data, listings),
    ticks: (ticks, at) => takeTicks(engine, ticks, at),
    trades: (symbol, trades, at) => takeTrades(engine, symbol, trades, at),
    backfill: (symbol, trades, at) => takeBackfill(engine, symbol, trades, at),
    follows: () => followedSymbols(engine.data),
    unfollow: (symbol) => dropTape(engine.data, symbol),
    quietUntil: () => quietUntil(engine),
  }
}
