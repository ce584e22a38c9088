import type { Evidence } from '../../../market/evidence.ts'
import type { Tier } from '../../../market/tier.ts'
import { exchangeIdOf } from '../../../market/venue-id.ts'
import type { PairState } from '../../pair/pair-state.ts'
import { completeLiquidations } from '../../settings.ts'
import { liquidationBurst, majors } from '../../thresholds.ts'
import { type LastMinute, lastMinuteOf, type OneSided, oneSidedOf } from '../liquidations/last-minute.ts'
import type { PerpetualData } from '../perpetual-data.ts'

const signs = { longs: 'longs-liquidated', shorts: 'shorts-liquidated' } as const

/** One side of a contract liquidated far beyond its usual minute. */
export interface LiquidationBurst {
  readonly tier: Tier
  readonly side: OneSided['side']
  readonly evidence: readonly Evidence[]
}

/**
 * Whether one side of a contract is liquidated far beyond the contract's own usual minute.
 *
 * @param venue its id, which says whether all liquidations are published
 * @param at market time, ms
 */
export function liquidationBurstOf(
  venue: string,
  { bursts }: PerpetualData,
  { symbol, base }: PairState,
  at: number,
): LiquidationBurst | null {
  const burst = bursts.get(symbol)
  if (!burst) return null
  const minute = lastMinuteOf([burst], at, burst.usual)
  const minUsd = majors.has(base ?? '') ? liquidationBurst.minMajorUsd : liquidationBurst.minUsd
  const found = oneSidedOf(minute, minUsd)
  if (!found) return null
  const tier = found.size >= liquidationBurst.warningSize ? 'warning' : 'notice'
  return { tier, side: found.side, evidence: [liquidationEvidence(venue, found, minute, at)] }
}

/**
 * One side's liquidations as evidence. Most venues publish a part of them (Binance and OKX at most one a contract and
 * second): there the sum is the least that it can be, and the seconds say how far their feed was saturated.
 */
export function liquidationEvidence(
  venue: string,
  { side, usd }: OneSided,
  { seconds, usual }: LastMinute,
  at: number,
): Evidence {
  const isComplete = completeLiquidations.has(exchangeIdOf(venue))
  return {
    sign: signs[side],
    value: usd,
    unit: 'usd',
    windowMs: 60_000,
    ...(usual > 0 && { usual }),
    ...(!isComplete && { count: seconds }),
    at,
  }
}
