import { forgetMs } from '../settings.ts'
import type { MarketData } from './market-data.ts'
import type { PairState } from './pair-state.ts'
import { keepRows } from './tables/tables.ts'

/**
 * Forgets the pairs that their venue's list does not have any more and that were silent for a day of market time, so
 * that neither memory nor what is saved grows with every name that a venue ever sent.
 *
 * @param isListed whether the venue's newest list has a symbol
 */
export function forgetPairs(data: MarketData, isListed: (symbol: string) => boolean): void {
  const isKept = ({ symbol, at, episode, closing }: PairState) =>
    isListed(symbol) || at >= data.at - forgetMs || episode !== null || closing !== null
  const known = [...data.pairs.values()]
  const kept = known.filter(isKept).sort((a, b) => a.row - b.row)
  if (kept.length === known.length) return
  for (const pair of known) if (!isKept(pair)) data.pairs.delete(pair.symbol)
  keepRows(
    data.tables,
    kept.map(({ row }) => row),
  )
  kept.forEach((pair, row) => (pair.row = row))
}
