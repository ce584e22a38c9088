import type { Evidence } from '../../market/evidence.ts'
import type { MarketData } from '../pair/market-data.ts'
import { usdOf } from '../pair/price/usd-of.ts'
import { interestRule, liquidationBurst } from '../thresholds.ts'
import { interestStepMs } from './interest-slots.ts'
import { lastMinuteOf, oneSidedOf } from './liquidations/last-minute.ts'
import { usualMinute } from './liquidations/observe-liquidation.ts'
import { interestBefore, quarterSteps } from './open-interest.ts'
import type { PerpetualData } from './perpetual-data.ts'
import { liquidationEvidence } from './signs/liquidation-burst.ts'

/**
 * What a market-wide move shows on perpetual contracts: one side liquidated everywhere, open interest gone or come.
 * Linear in the contracts; asked only while such an episode runs.
 *
 * @param at market time, ms
 */
export function perpetualMarketEvidence(
  data: MarketData,
  perpetual: PerpetualData,
  at: number,
): readonly Evidence[] {
  const { tables, rows, bursts } = perpetual
  let usual = 0
  for (const row of rows.values()) usual += usualMinute(tables, row, at)
  const minute = lastMinuteOf(bursts.values(), at, usual)
  const found = oneSidedOf(minute, liquidationBurst.minMarketUsd)
  const interest = interestOfMarket(data, perpetual, at)
  return [
    ...(found ? [liquidationEvidence(data.venue, found, minute, at)] : []),
    ...(interest ? [interest] : []),
  ]
}

/** Change of the open interest of all contracts, each weighted by what it was worth at present prices. */
function interestOfMarket(
  { pairs, usd }: MarketData,
  { tables, rows }: PerpetualData,
  at: number,
): Evidence | null {
  let [before, now] = [0, 0]
  for (const [symbol, row] of rows) {
    const pair = pairs.get(symbol)
    const isOld = Math.floor(at / interestStepMs) - tables.interestStep[row]! > 1
    const then = isOld || !pair ? 0 : interestBefore(tables, row, quarterSteps)
    if (!pair || then === 0) continue
    const worth = pair.last * (usdOf({ usd }, pair.quote) ?? 1)
    before += then * worth
    now += tables.interest[row]! * worth
  }
  const change = before > 0 ? now / before - 1 : 0
  if (Math.abs(change) < interestRule.market) return null
  const windowMs = quarterSteps * interestStepMs
  return { sign: 'open-interest', value: change, unit: 'fraction', windowMs, at }
}
