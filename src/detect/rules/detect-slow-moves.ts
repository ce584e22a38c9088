import { closeAgo } from '../../stats/minutes.ts'
import type { Detection } from '../episode/detection.ts'
import type { MarketData } from '../pair/market-data.ts'
import { isCoin, type PairState } from '../pair/pair-state.ts'
import { usdOf } from '../pair/price/usd-of.ts'
import { dollars } from '../../market/dollars.ts'
import { slowGate } from '../thresholds.ts'
import { detectClimb } from './climb.ts'
import { detectLargeMoves } from './large-move.ts'
import { detectDump } from './dump.ts'
import { lastHourOf } from './hour.ts'

const climbing = Math.log(slowGate.climb)
const falling = Math.log(slowGate.fall)

const nothing: readonly Detection[] = []

/** Detects what is too slow for the score: a fall, a climb. `at` is market time, ms. */
export function detectSlowMoves(
  data: MarketData,
  pair: PairState,
  price: number,
  at: number,
): readonly Detection[] {
  if (pair.base === null || pair.quote === null || dollars.has(pair.base) || !isCoin(pair)) return nothing
  if (!mayHaveSlowMove(pair, Math.log(price), at)) return nothing
  const hour = lastHourOf(pair, at, price, usdOf(data, pair.quote) ?? 1)
  return [detectClimb(data, hour), detectDump(data, hour), ...detectLargeMoves(data, hour)].filter(
    (detection) => detection !== null,
  )
}

/** The cheap question whether the last hour is worth measuring, mostly answered no. `price` is the ln of it. */
export function mayHaveSlowMove({ tables: { bars }, row }: PairState, price: number, at: number): boolean {
  const hour = price - closeAgo(bars, row, at, 60)
  const minutes5 = price - closeAgo(bars, row, at, 5)
  return hour > climbing || hour < falling || minutes5 > climbing || minutes5 < falling
}
