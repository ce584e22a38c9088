import { liquidationBurst } from '../../thresholds.ts'
import type { Burst } from './burst.ts'
import { lastMinuteOf, oneSidedOf } from './last-minute.ts'

/** When each side was last liquidated far beyond what is usual in a crowd of contracts, market time, ms; 0: never. */
export interface Crowd {
  readonly longs: number
  readonly shorts: number
  /** When that was last asked. */
  readonly at: number
}

export const noCrowd: Crowd = { longs: 0, shorts: 0, at: 0 }

/** Least time between two counts, ms: a cascade may bring a message for each contract. */
const countEveryMs = 1000

/**
 * Counts the contracts of which one side is liquidated, once a second. Linear in those of which something was liquidated
 * within the minute.
 *
 * @param contracts number of all contracts
 * @param at market time, ms
 */
export function countCrowd(
  known: Crowd,
  bursts: ReadonlyMap<string, Burst>,
  contracts: number,
  at: number,
): Crowd {
  if (at - known.at < countEveryMs && at >= known.at) return known
  const counts = { longs: 0, shorts: 0 }
  for (const burst of bursts.values()) {
    const found = oneSidedOf(lastMinuteOf([burst], at, burst.usual), liquidationBurst.minUsd)
    if (found) counts[found.side]++
  }
  const { minContracts, share } = liquidationBurst.crowd
  const isCrowd = (count: number) => count >= Math.max(minContracts, share * contracts)
  return {
    longs: isCrowd(counts.longs) ? at : known.longs,
    shorts: isCrowd(counts.shorts) ? at : known.shorts,
    at,
  }
}

/** Whether so many contracts are or just were liquidated alike that it is the market's doing, and no news of any. */
export function isCrowd(crowd: Crowd, side: 'longs' | 'shorts', at: number): boolean {
  return crowd[side] > 0 && at - crowd[side] <= liquidationBurst.crowd.lastsMs
}
