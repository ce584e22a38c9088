import { liquidationBurst } from '../../thresholds.ts'
import type { Burst } from './burst.ts'

/** What was liquidated within a minute, USD. */
export interface LastMinute {
  readonly longs: number
  readonly shorts: number
  /** Seconds with a liquidation, at most 60. */
  readonly seconds: number
  /** The usual minute, both sides. */
  readonly usual: number
}

/** The last minute of some contracts together. @param at market time, ms */
export function lastMinuteOf(bursts: Iterable<Burst>, at: number, usual: number): LastMinute {
  const from = Math.floor(at / 1000) - 60
  const seen = new Set<number>()
  let [all, longs] = [0, 0]
  for (const { seconds } of bursts)
    for (const each of seconds) {
      if (each.second <= from) continue
      seen.add(each.second)
      longs += each.longs
      all += each.longs + each.shorts
    }
  return { longs, shorts: all - longs, seconds: seen.size, usual }
}

/** A minute in which one side is liquidated far beyond what is usual. */
export interface OneSided {
  readonly side: 'longs' | 'shorts'
  /** USD, of this side alone. */
  readonly usd: number
  /** Multiple of the least that counts. */
  readonly size: number
}

/** Whether one side of a minute is liquidated far beyond what is usual; null: it is not. @param minUsd USD */
export function oneSidedOf({ longs, shorts, usual }: LastMinute, minUsd: number): OneSided | null {
  const sum = longs + shorts
  const least = Math.max(minUsd, liquidationBurst.times * usual)
  const usd = Math.max(longs, shorts)
  if (sum < least || usd < liquidationBurst.minShare * sum) return null
  return { side: longs >= shorts ? 'longs' : 'shorts', usd, size: sum / least }
}
