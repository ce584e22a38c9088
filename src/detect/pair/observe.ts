import type { Tick } from '../../market/tick.ts'
import { pushBar } from '../../stats/bars.ts'
import { decay } from '../../stats/decay.ts'
import { pushBaseline } from './push-baseline.ts'
import { believeLevel } from './price-level.ts'
import type { PairState } from './pair-state.ts'
import { traded } from './rolling-figures.ts'
import { gapMs, slowPriceHalfLife, strayFactor } from '../settings.ts'
import { isFar, judgePrice, references } from '../signs/stray-print.ts'
import { usualCount, usualTurnover } from './usual.ts'

/** A price far from every reference, and the price it should have been near. */
export interface Print {
  readonly price: number
  readonly reference: number
}

/**
 * Takes one tick into a pair's numbers. A stray price never enters them.
 *
 * @param spacing ms since the frame before
 * @param observed market time less all gaps, ms: the clock of the baseline
 * @returns the stray print this tick carries, if it does
 */
export function observe(pair: PairState, tick: Tick, spacing: number, observed: number): Print | null {
  const { tables, row } = pair
  const moved = traded(tables.rolling, row, tick, usualTurnover(pair), usualCount(pair))
  const kind = judgePrice(pair, tick.last, tick.at, spacing, tick, moved && moved.turnover)
  // Where the very first price is stray, the quote it was held against stands in.
  const reference = pair.last || (tick.bid ?? tick.ask ?? tick.last)
  const extreme = kind === 'near' ? strayExtreme(pair, tick, moved !== null) : null
  tables.high[row] = tick.high ?? 0
  tables.low[row] = tick.low ?? 0
  if (kind === 'level') believeLevel(pair, tick.last, tick.at)
  const price = kind === 'stray' ? reference : tick.last
  const level = Math.log(price)
  slowPrice(pair, tick.at, level, spacing > gapMs)
  // What a stray print turned over is not the pair's market.
  const turnover = kind === 'stray' || extreme ? 0 : (moved?.turnover ?? 0)
  const count = moved?.count ?? 0
  pushBar(tables.bars, row, tick.at, level, turnover, count)
  pushBaseline(tables.baseline, row, Math.floor(observed / 60_000), level, turnover, count)
  pair.at = tick.at
  pair.last = price
  if (kind === 'stray') return { price: tick.last, reference }
  return extreme === null ? null : { price: extreme, reference }
}

/** A power is dear, and nearly all pairs of a frame are as far from their last tick. */
let known = { ms: 0, weight: 0 }

function slowWeight(ms: number): number {
  if (ms !== known.ms) known = { ms, weight: decay(ms, slowPriceHalfLife) }
  return known.weight
}

/** The slow mean takes the *previous* price, so that a jump is measured against what was before it. */
function slowPrice(pair: PairState, at: number, level: number, restart: boolean): void {
  const { slowPrice: slow, bars } = pair.tables
  const { row } = pair
  if (pair.at === 0 || restart) slow[row] = level
  else slow[row]! += slowWeight(at - pair.at) * (bars.price[row]! - slow[row]!)
}

/** A print between two ticks shows only in the window's high or low: a new extreme that the price has left again. */
function strayExtreme(pair: PairState, tick: Tick, known: boolean): number | null {
  const { tables, row } = pair
  if (!known || pair.at === 0 || tables.bars.step[row]! < 0) return null
  const [above, below] = [tables.high[row]!, tables.low[row]!]
  // Few ticks bring a new extreme, and hardly one is far from the price itself: only those are held against everything known.
  const isHigh = above > 0 && tick.high! > above && tick.high! > tick.last * strayFactor
  const isLow = below > 0 && tick.low! < below && tick.low! < tick.last / strayFactor
  if (!isHigh && !isLow) return null
  const all = [...references(pair, tick), tick.last]
  if (isHigh && isFar(tick.high!, all, strayFactor)) return tick.high!
  return isLow && isFar(tick.low!, all, strayFactor) ? tick.low! : null
}
