import { maxFollowed } from '../settings.ts'
import type { MarketData } from './market-data.ts'

/** The symbols whose trades are wanted now, most wanted first, at most `maxFollowed`. */
export function followedSymbols({ pairs, at }: Pick<MarketData, 'pairs' | 'at'>): readonly string[] {
  const wanted: { readonly symbol: string; readonly score: number }[] = []
  for (const { symbol, suspicion } of pairs.values())
    if (suspicion && suspicion.followUntil > at) wanted.push({ symbol, score: suspicion.score })
  if (wanted.length > 1) wanted.sort((a, b) => b.score - a.score || (a.symbol < b.symbol ? -1 : 1))
  return wanted.slice(0, maxFollowed).map(({ symbol }) => symbol)
}

/** No pair's trades are received yet: the worker has just woken. Tapes stay, for back-fills to go on from. */
export function forgetTradeFeeds({ pairs }: Pick<MarketData, 'pairs'>): void {
  for (const pair of pairs.values()) pair.tradeFeed = null
}

/** Drops the tape of a pair whose trades are not received any more. */
export function dropTape({ pairs }: Pick<MarketData, 'pairs'>, symbol: string): void {
  const pair = pairs.get(symbol)
  if (pair) pair.tape = pair.tradeFeed = null
}

/** Forgets all that hangs on a pair by its trades; its baselines and its episode stay. */
export function forgetTrades(data: Pick<MarketData, 'pairs'>, symbol: string): void {
  dropTape(data, symbol)
  const pair = data.pairs.get(symbol)
  if (!pair) return
  pair.suspicion = pair.stray = null
  delete pair.doubted
}
