import { liquidationBurst } from '../../thresholds.ts'
import type { Burst } from './burst.ts'
import { lastMinuteOf, oneSidedOf } from './last-minute.ts'

/** In how many contracts each side is liquidated far beyond what is usual. */
export interface Crowd {
  readonly longs: number
  readonly shorts: number
  /** When they were counted, market time, ms. */
  readonly at: number
}

export const noCrowd: Crowd = { longs: 0, shorts: 0, at: 0 }

/** Least time between two counts, ms: a cascade may bring a message for each contract. */
const countEveryMs = 1000

/** The count, renewed once a second. Linear in the contracts of which something was liquidated within the minute. */
export function countCrowd(known: Crowd, bursts: ReadonlyMap<string, Burst>, at: number): Crowd {
  if (at - known.at < countEveryMs && at >= known.at) return known
  let [longs, shorts] = [0, 0]
  for (const burst of bursts.values()) {
    const found = oneSidedOf(lastMinuteOf([burst], at, burst.usual), liquidationBurst.minUsd)
    if (found?.side === 'longs') longs++
    else if (found) shorts++
  }
  return { longs, shorts, at }
}

/** Whether so many contracts are liquidated alike that it is the market's doing, and no news of any of them. */
export function isCrowd(crowd: Crowd, side: 'longs' | 'shorts', contracts: number): boolean {
  const { minContracts, share } = liquidationBurst.crowd
  return crowd[side] >= Math.max(minContracts, share * contracts)
}
