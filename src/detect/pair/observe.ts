import type { Tick } from '../../market/tick.ts'
import { pushBar } from '../../stats/bars.ts'
import { decay } from '../../stats/decay.ts'
import { slowPriceHalfLifeMs } from '../settings.ts'
import { strayFactor, wickFactor } from '../thresholds.ts'
import { isFarFromAll, judgePrice, referencePrices } from './price/judge-price.ts'
import type { OtherQuotes } from './price/other-quotes.ts'
import type { PairState } from './pair-state.ts'
import { adoptPriceLevel } from './price/price-level.ts'
import { pushBaseline, restartMinute } from './usual/push-baseline.ts'
import { tradedSince } from './tables/rolling-figures.ts'
import { usualCount, usualTurnover } from './usual/usual.ts'

/** A price far from every reference, and the price it should have been near. */
export interface StrayPrice {
  readonly price: number
  readonly reference: number
}

/**
 * Takes one tick into a pair's numbers. A stray price never enters them.
 *
 * @param spacing ms since the frame before
 * @param isFirst whether it is the pair's first tick after a data gap: nothing is measured across that
 * @param observed market time less all data gaps, ms: the clock of the baseline
 * @param others the same coin's other quotes
 * @returns the stray price this tick carries, `new-level` where it was adopted as a new price level, mostly null
 */
export function observe(
  pair: PairState,
  tick: Tick,
  spacing: number,
  isFirst: boolean,
  observed: number,
  others?: OtherQuotes,
): StrayPrice | 'new-level' | null {
  const { tables, row } = pair
  const traded = tradedSince(tables.rolling, row, tick, usualTurnover(pair), usualCount(pair))
  const sinceMs = isFirst ? Math.max(spacing, tick.at - pair.at) : spacing
  const kind = judgePrice(pair, tick.last, tick.at, sinceMs, tick, traded && traded.turnover, others)
  // What the price has moved to is no stray print any more.
  if (kind === 'moved') pair.stray = null
  // Where the very first price is stray, the quote it was held against stands in.
  const reference = pair.last || (tick.bid ?? tick.ask ?? tick.last)
  const extreme = kind === 'near' ? strayExtreme(pair, tick, traded !== null) : null
  tables.high[row] = tick.high ?? 0
  tables.low[row] = tick.low ?? 0
  if (kind === 'level') adoptPriceLevel(pair, tick.last, tick.at)
  const price = kind === 'stray' ? reference : tick.last
  const level = Math.log(price)
  moveSlowPrice(pair, tick.at, level, isFirst)
  // What a stray print turned over is not the pair's market.
  const isStray = kind === 'stray' || (extreme !== null && isFarFromAll(extreme, [reference], strayFactor))
  const turnover = isStray ? 0 : (traded?.turnover ?? 0)
  const count = traded?.count ?? 0
  pushBar(tables.bars, row, tick.at, level, turnover, count)
  pushBaseline(tables.baseline, row, Math.floor(observed / 60_000), level, turnover, count)
  if (isFirst) restartMinute(tables.baseline, row)
  pair.at = tick.at
  pair.last = price
  if (kind === 'level') return 'new-level'
  if (kind === 'stray') return { price: tick.last, reference }
  return extreme === null ? null : { price: extreme, reference }
}

/** A power is dear, and nearly all pairs of a frame are equally far from their last tick. */
let cached = { ms: 0, weight: 0 }

function slowWeight(ms: number): number {
  if (ms !== cached.ms) cached = { ms, weight: decay(ms, slowPriceHalfLifeMs) }
  return cached.weight
}

/** The slow mean takes the *previous* price, so that a jump is measured against what was before it. */
function moveSlowPrice(pair: PairState, at: number, level: number, restart: boolean): void {
  const { slowPrice, bars } = pair.tables
  const { row } = pair
  if (pair.at === 0 || restart) slowPrice[row] = level
  else slowPrice[row]! += slowWeight(at - pair.at) * (bars.price[row]! - slowPrice[row]!)
}

/**
 * A print between two ticks shows only in the window's high or low: a new extreme
 * that the price has left again.
 */
function strayExtreme(pair: PairState, tick: Tick, isKnown: boolean): number | null {
  const { tables, row } = pair
  if (!isKnown || pair.at === 0 || tables.bars.step[row]! < 0) return null
  const [high, low] = [tables.high[row]!, tables.low[row]!]
  // Few ticks bring a new extreme, and hardly one is far from the price itself: only those are checked further.
  // Within an episode, where prices move fast, only a stray print is news.
  const factor = pair.episode ? strayFactor : wickFactor
  const isHigh = high > 0 && tick.high! > high && tick.high! > tick.last * factor
  const isLow = low > 0 && tick.low! < low && tick.low! < tick.last / factor
  if (!isHigh && !isLow) return null
  const all = [...referencePrices(pair, tick), tick.last]
  if (isHigh && isFarFromAll(tick.high!, all, factor)) return tick.high!
  return isLow && isFarFromAll(tick.low!, all, factor) ? tick.low! : null
}
