import type { Tick } from '../market/tick.ts'
import { closeBefore, clearBars, pushBar } from '../stats/bars.ts'
import { clearMinutes, pushMinutes } from '../stats/minutes.ts'
import { decay } from '../stats/decay.ts'
import { pushBaseline } from './baseline.ts'
import type { PairState } from './pair-state.ts'
import { traded } from './rolling.ts'
import { gapMs, slowPriceHalfLife, W600 } from './settings.ts'
import { isFar, judgePrice, references } from './signs/stray-print.ts'

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
  const moved = traded(pair.rolling, tick, {
    turnover: pair.baseline.turnover.value,
    count: pair.baseline.count.value,
  })
  const kind = judgePrice(pair, tick.last, tick.at, spacing, [tick.bid, tick.ask])
  // Where the very first price is stray, the quote it was held against stands in.
  const reference = pair.last || (tick.bid ?? tick.ask ?? tick.last)
  const extreme = kind === 'near' ? strayExtreme(pair, tick, moved !== null) : null
  pair.high = tick.high ?? 0
  pair.low = tick.low ?? 0
  if (kind === 'level') {
    clearBars(pair.bars)
    clearMinutes(pair.minutes)
  }
  const price = kind === 'stray' ? reference : tick.last
  slowPrice(pair, tick.at, price, kind === 'level' || spacing > gapMs)
  // What a stray print turned over is not the pair's market.
  const turnover = kind === 'stray' || extreme ? 0 : (moved?.turnover ?? 0)
  const count = moved?.count ?? 0
  pushBar(pair.bars, tick.at, price, turnover, count)
  pushMinutes(pair.minutes, tick.at, price, turnover)
  pushBaseline(pair.baseline, Math.floor(observed / 60_000), price, turnover, count)
  pair.at = tick.at
  pair.last = price
  if (kind === 'stray') return { price: tick.last, reference }
  return extreme === null ? null : { price: extreme, reference }
}

/** The slow mean takes the *previous* price, so that a jump is measured against what was before it. */
function slowPrice(pair: PairState, at: number, price: number, restart: boolean): void {
  if (pair.at === 0 || restart) pair.slowPrice = Math.log(price)
  else pair.slowPrice += decay(at - pair.at, slowPriceHalfLife) * (Math.log(pair.last) - pair.slowPrice)
}

/** A print between two ticks shows only in the window's high or low: a new extreme that the price has left again. */
function strayExtreme(pair: PairState, tick: Tick, known: boolean): number | null {
  if (!known || pair.at === 0 || closeBefore(pair.bars, W600) === null) return null
  const high = tick.high !== undefined && pair.high > 0 && tick.high > pair.high ? tick.high : null
  const low = tick.low !== undefined && pair.low > 0 && tick.low < pair.low ? tick.low : null
  // Few ticks bring a new extreme; only those are held against everything known.
  if (high === null && low === null) return null
  const all = [...references(pair, [tick.bid, tick.ask]), tick.last]
  if (high !== null && isFar(high, all, 3)) return high
  return low !== null && isFar(low, all, 3) ? low : null
}
