import type { MarketData } from './market-data.ts'
import { emptyPair, type PairState } from './pair-state.ts'

/** The pair of a symbol, created where it is new. */
export function ensurePair({ pairs, tables }: MarketData, symbol: string): PairState {
  let pair = pairs.get(symbol)
  if (!pair) pairs.set(symbol, (pair = emptyPair(symbol, tables)))
  return pair
}
