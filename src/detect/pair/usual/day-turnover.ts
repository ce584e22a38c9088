import type { MarketData } from '../market-data.ts'
import type { PairState } from '../pair-state.ts'
import { usdOf } from '../price/usd-of.ts'
import { usualTurnover } from './usual.ts'

const minutesPerDay = 1440

/** A pair's usual turnover per minute (quote) and USD per unit of its quote; null where either is unknown. */
export function turnoverWorthOf(data: MarketData, pair: PairState): { usual: number; usd: number } | null {
  const usdPerUnit = usdOf(data, pair.quote)
  if (usdPerUnit === undefined || pair.tables.baseline.turnover.n[pair.row] === 0) return null
  return { usual: usualTurnover(pair), usd: usdPerUnit }
}

/** A pair's usual turnover per day, USD; undefined where unknown. */
export function dayTurnover(data: MarketData, pair: PairState): number | undefined {
  const worth = turnoverWorthOf(data, pair)
  return worth ? worth.usual * minutesPerDay * worth.usd : undefined
}
