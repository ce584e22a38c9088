import type { Evidence } from '../../market/evidence.ts'
import type { MarketState } from '../../market/venue-state.ts'
import { beginLine, extendLine, type Line } from '../../stats/line.ts'
import { median } from '../../stats/median.ts'
import type { MarketData } from '../pair/market-data.ts'
import {
  dollarReturns,
  returnOver,
  returnOverMinutes,
  quoteReturns,
  type ReturnMeasure,
} from './market-returns.ts'
import type { PairState } from '../pair/pair-state.ts'
import { isOffPeg } from '../pair/price/peg.ts'
import { dollars } from '../../market/dollars.ts'
import { W600, flatReturn, lineStepMs, marketWindowMs, maxLinePoints } from '../settings.ts'

const minuteMs = 60_000
/** A move begins where less than this share of it has happened. */
const startShare = 0.1

/** The market line: shares of pairs down, flat and up over ten minutes, and their median return. */
export function marketLineOf(data: MarketData, pairs: readonly PairState[], at: number): MarketState {
  const { venue } = data
  const returns = dollarReturns(pairs, quoteReturns(data, returnOver(W600), at), returnOver(W600), at)
  const down = returns.filter((r) => r < -flatReturn).length / pairs.length
  const up = returns.filter((r) => r > flatReturn).length / pairs.length
  const middle = Math.expm1(median(returns, returns.length))
  const flat = Math.max(0, 1 - down - up)
  return {
    venue,
    at,
    pairs: pairs.length,
    down,
    up,
    flat,
    median: middle,
    windowMs: marketWindowMs,
    measuredMs: measuredMsOf(pairs, at),
  }
}

/** For how long at least half of the pairs have been measured, up to the line's window, ms. */
function measuredMsOf(pairs: readonly PairState[], at: number): number {
  const ages = Float64Array.from(pairs, (pair) => at - firstKnownAt(pair))
  return Math.min(marketWindowMs, Math.max(0, median(ages, ages.length)))
}

/** When a pair's price was first known, to one step of the finest rung, ms. */
const firstKnownAt = ({ tables: { bars }, row }: PairState) => bars.first[row]! * bars.rungs[0]!.stepMs

/** The median log return, in dollars, from the beginning of the window to `at` (ms). */
export interface MedianPoint {
  readonly at: number
  readonly value: number
  /** Measures a pair's return since `at`. */
  readonly returnOf: ReturnMeasure
}

/** The path of the median over the ten minutes that end at `at` (ms), one point per minute. */
export function medianPathUntil(
  data: MarketData,
  pairs: readonly PairState[],
  at: number,
): readonly MedianPoint[] {
  const since = (returnOf: ReturnMeasure) => {
    const returns = dollarReturns(pairs, quoteReturns(data, returnOf, at), returnOf, at)
    return median(returns, returns.length)
  }
  const total = since(returnOver(W600))
  const path: MedianPoint[] = [{ at: at - marketWindowMs, value: 0, returnOf: returnOver(W600) }]
  const minutes = marketWindowMs / minuteMs
  for (let ago = minutes; ago > 0; ago--) {
    const end = (Math.floor(at / minuteMs) - ago + 1) * minuteMs
    const returnOf = returnOverMinutes(ago)
    if (end > path[0]!.at && end < at) path.push({ at: end, value: total - since(returnOf), returnOf })
  }
  return [...path, { at, value: total, returnOf: () => 0 }]
}

/** Where a move began: the last point at which at most a tenth of it had happened. */
export function beginningOfMove(path: readonly MedianPoint[]): MedianPoint {
  const total = path.at(-1)!.value
  return path.findLast(({ value }) => value / total <= startShare) ?? path[0]!
}

/** A path as a price line, with 1 at `origin`. */
export function lineOfPath(path: readonly MedianPoint[], origin: MedianPoint): Line {
  const line = beginLine(path[0]!.at, Math.exp(-origin.value), lineStepMs)
  path.slice(1).forEach((to, i) => {
    const from = path[i]!
    for (let at = Math.min(from.at + lineStepMs, to.at); ; at = Math.min(at + lineStepMs, to.at)) {
      const share = (at - from.at) / (to.at - from.at)
      extendLine(
        line,
        at,
        Math.exp(from.value + share * (to.value - from.value) - origin.value),
        maxLinePoints,
      )
      if (at === to.at) break
    }
  })
  return line
}

/** Evidence of a market-wide move: share of pairs in it, median, and BTC's return where it has a dollar pair. */
export function marketEvidence(data: MarketData, breadth: number, middle: number, at: number): Evidence[] {
  const window = { windowMs: marketWindowMs, at }
  const found: Evidence[] = [
    { sign: 'breadth', value: breadth, unit: 'fraction', ...window },
    { sign: 'median-return', value: middle, unit: 'fraction', ...window },
  ]
  for (const pair of data.pairs.values()) {
    if (pair.base !== 'BTC' || pair.quote === null || !dollars.has(pair.quote) || pair.at === 0) continue
    if (isOffPeg(data, pair.quote)) continue
    found.push({
      sign: 'leader-return',
      value: Math.expm1(returnOver(W600)(pair, at)),
      unit: 'fraction',
      ...window,
    })
    break
  }
  return found
}
