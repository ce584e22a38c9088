import { turnoverOfMinutes } from '../../stats/minutes.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import { usdOf } from '../pair/price/usd-of.ts'
import { perpGap } from '../thresholds.ts'

/** Whether something is traded of a contract at the price that it stands at. @param since and `at`: market time, ms */
export function isTraded(data: MarketData, pair: PairState, since: number, at: number): boolean {
  const minutes = Math.min(60, Math.max(1, Math.ceil((at - since) / 60_000)))
  const turnover = turnoverOfMinutes(pair.tables.bars, pair.row, at, minutes)
  return turnover * (usdOf(data, pair.quote) ?? 1) >= perpGap.minTurnoverUsd
}
