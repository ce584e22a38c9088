import { maxPairs } from '../../market/pair.ts'
import type { MarketData } from './market-data.ts'
import { emptyPair, type PairState } from './pair-state.ts'

/** The pair of a symbol that we know of, created where it is new. */
export function ensurePair({ pairs, tables }: MarketData, symbol: string): PairState {
  let pair = pairs.get(symbol)
  if (!pair) pairs.set(symbol, (pair = emptyPair(symbol, tables)))
  return pair
}

/** The pair of a symbol that a venue names; null where it is new and the venue has as many as we keep. */
export function admitPair(data: MarketData, symbol: string): PairState | null {
  return data.pairs.get(symbol) ?? (data.pairs.size < maxPairs ? ensurePair(data, symbol) : null)
}
