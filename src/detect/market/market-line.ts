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
import { W600, dollars, flatReturn, lineStepMs, marketWindowMs, maxLinePoints } from '../settings.ts'

const minuteMs = 60_000
/** A share of the way. */
const hardlyAny = 0.1

/** What all pairs do together now: shares down, flat and up, and the median return over ten minutes. */
export function marketLineOf(data: MarketData, pairs: readonly PairState[], at: number): MarketState {
  const { venue } = data
  const returns = dollarReturns(pairs, quoteReturns(data, returnOver(W600), at), returnOver(W600), at)
  const down = returns.filter((r) => r < -flatReturn).length / pairs.length
  const up = returns.filter((r) => r > flatReturn).length / pairs.length
  const middle = Math.expm1(median(returns, returns.length))
  const flat = Math.max(0, 1 - down - up)
  return { venue, at, pairs: pairs.length, down, up, flat, median: middle, windowMs: marketWindowMs }
}

/** Where the middle pair stood at a time (ms): ln against the beginning of the window. */
export interface MedianPoint {
  readonly at: number
  readonly value: number
  /** The return since then. */
  readonly returnOf: ReturnMeasure
}

/** The middle pair's way through the ten minutes that end at `at`, from one minute's end to the next. */
export function medianPathUntil(
  data: MarketData,
  pairs: readonly PairState[],
  at: number,
): readonly MedianPoint[] {
  const since = (returnOf: ReturnMeasure) => {
    const returns = dollarReturns(pairs, quoteReturns(data, returnOf, at), returnOf, at)
    return median(returns, returns.length)
  }
  const whole = since(returnOver(W600))
  const way: MedianPoint[] = [{ at: at - marketWindowMs, value: 0, returnOf: returnOver(W600) }]
  const minutes = marketWindowMs / minuteMs
  for (let ago = minutes; ago > 0; ago--) {
    const end = (Math.floor(at / minuteMs) - ago + 1) * minuteMs
    const returnOf = returnOverMinutes(ago)
    if (end > way[0]!.at && end < at) way.push({ at: end, value: whole - since(returnOf), returnOf })
  }
  return [...way, { at, value: whole, returnOf: () => 0 }]
}

/** Where a move began: where hardly any of its way was behind it for the last time. */
export function beginningOfMove(way: readonly MedianPoint[]): MedianPoint {
  const whole = way.at(-1)!.value
  return way.findLast(({ value }) => value / whole <= hardlyAny) ?? way[0]!
}

/** A way as a line, 1 where `begun` stands. */
export function lineOfPath(way: readonly MedianPoint[], begun: MedianPoint): Line {
  const line = beginLine(way[0]!.at, Math.exp(-begun.value), lineStepMs)
  way.slice(1).forEach((to, i) => {
    const from = way[i]!
    for (let at = Math.min(from.at + lineStepMs, to.at); ; at = Math.min(at + lineStepMs, to.at)) {
      const share = (at - from.at) / (to.at - from.at)
      extendLine(
        line,
        at,
        Math.exp(from.value + share * (to.value - from.value) - begun.value),
        maxLinePoints,
      )
      if (at === to.at) break
    }
  })
  return line
}

/** What can be told of a market-wide move: how many pairs share it, the middle pair, and BTC where it trades against a dollar. */
export function marketEvidence(data: MarketData, breadth: number, middle: number, at: number): Evidence[] {
  const window = { windowMs: marketWindowMs, at }
  const found: Evidence[] = [
    { sign: 'breadth', value: breadth, unit: 'fraction', ...window },
    { sign: 'median-return', value: middle, unit: 'fraction', ...window },
  ]
  for (const pair of data.pairs.values()) {
    if (pair.base !== 'BTC' || pair.quote === null || !dollars.has(pair.quote) || pair.at === 0) continue
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
