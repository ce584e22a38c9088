import type { MarketData } from './market-data.ts'
import type { PairState } from './pair-state.ts'
import { usualTurnover } from './usual.ts'

const minutesOfDay = 1440

/** What a pair usually turns over in a minute (quote) and what its quote is worth; null where either is unknown. */
export function turnoverWorthOf({ usd }: MarketData, pair: PairState): { usual: number; usd: number } | null {
  const worth = usd[pair.quote ?? '']
  if (worth === undefined || pair.tables.baseline.turnover.n[pair.row] === 0) return null
  return { usual: usualTurnover(pair), usd: worth }
}

/** A pair's usual turnover in a day, USD; undefined where it is not known. */
export function dayTurnover(data: MarketData, pair: PairState): number | undefined {
  const worth = turnoverWorthOf(data, pair)
  return worth ? worth.usual * minutesOfDay * worth.usd : undefined
}
