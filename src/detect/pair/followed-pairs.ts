import type { Engine } from '../engine-state.ts'
import { followCap } from '../settings.ts'

/** The symbols whose trades the engine wants now, most wanted first, at most `followCap`. */
export function followedSymbols(engine: Engine): readonly string[] {
  const wanted: { readonly symbol: string; readonly score: number }[] = []
  for (const { symbol, suspicion } of engine.pairs.values())
    if (suspicion && suspicion.followUntil > engine.at) wanted.push({ symbol, score: suspicion.score })
  wanted.sort((a, b) => b.score - a.score || (a.symbol < b.symbol ? -1 : 1))
  return wanted.slice(0, followCap).map(({ symbol }) => symbol)
}

/** Stops hearing a pair's trades. */
export function unfollow(engine: Engine, symbol: string): void {
  const pair = engine.pairs.get(symbol)
  if (pair) pair.tape = null
}
