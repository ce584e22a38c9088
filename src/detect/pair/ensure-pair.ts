import type { Engine } from '../engine-state.ts'
import { emptyPair, type PairState } from './pair-state.ts'

/** The pair of a symbol, known from now on. */
export function ensurePair(engine: Engine, symbol: string): PairState {
  let pair = engine.pairs.get(symbol)
  if (!pair) engine.pairs.set(symbol, (pair = emptyPair(symbol, engine.tables)))
  return pair
}
