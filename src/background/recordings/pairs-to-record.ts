import type { Engine } from '../../detect/engine-state.ts'
import type { PairState } from '../../detect/pair/pair-state.ts'
import type { EngineInput } from '../../detect/recording/engine-input.ts'
import { maxBegunPerFrame, maxCoins, minMove } from './limits.ts'

/** By what a pair's recording is found: its coin, or its symbol where nobody has named it yet. */
export const coinOf = ({ base, symbol }: PairState): string => (base === null ? `=${symbol}` : base)

/** Pairs that are suspected or have an episode, and those that this very frame moves far; not those recorded already. */
export function pairsToRecord(
  { data }: Engine,
  { ticks }: Extract<EngineInput, { kind: 'frame' }>,
  coins: ReadonlyMap<string, unknown>,
): readonly PairState[] {
  const found = new Map<string, PairState>()
  const most = Math.min(maxBegunPerFrame, maxCoins - coins.size)
  const add = (pair: PairState) => {
    if (found.size < most && !coins.has(coinOf(pair))) found.set(coinOf(pair), pair)
  }
  for (const pair of data.pairs.values())
    if (pair.episode !== null || (pair.suspicion?.followUntil ?? 0) > data.at) add(pair)
  for (const { symbol, last } of ticks) {
    const pair = data.pairs.get(symbol)
    if (pair && pair.last > 0 && Math.abs(last / pair.last - 1) >= minMove) add(pair)
  }
  return [...found.values()]
}
